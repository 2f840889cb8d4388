// What is in a book, for looking at.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace blogbind::testing {

struct BookFile {
    std::string name;  ///< "EPUB/text/cover.xhtml"
    std::string text;
};

/// In the order of the container. Throws std::runtime_error if it is no ZIP file.
std::vector<BookFile> read_book(const std::filesystem::path& path);

}  // namespace blogbind::testing
