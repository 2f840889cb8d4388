// Where the book goes.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "base/file.h"
#include "base/result.h"
#include "epub/publication.h"

namespace blogbind::cli {

/// A book that was written; `size` in bytes.
struct WrittenFile {
    std::string path;
    std::size_t size = 0;
};

/// `wanted`: the user's -o; empty: "<slug of title>.epub" in the current folder.
std::filesystem::path output_path(const std::string& wanted, const std::string& title);
/// "journey-2.epub" of "journey.epub".
std::filesystem::path volume_path(const std::filesystem::path& book, int volume);
/// "journey.kepub.epub" of "journey.epub".
std::filesystem::path kepub_path(const std::filesystem::path& book);
/// Error unwritable, before any work is done: the folder is missing or cannot be written, or the name is a folder's.
Status check_output(const std::string& wanted);
/// Packs the publication into `path`; "-" is standard output. Gives the book's size in bytes.
Result<std::size_t> write_book(const epub::Publication& publication, const Spill& spill,
                               const std::filesystem::path& path, unsigned threads);

}  // namespace blogbind::cli
