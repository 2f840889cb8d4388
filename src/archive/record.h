// A book's own record: what the bound book says of itself, read back. epub/provenance.cpp writes it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace blogbind::archive {

/// A file of the book, named from the package document's folder.
struct RecordedFile {
    std::string path;
    std::string sha256;  ///< as it stood in the book; empty in records of old versions
};

struct RecordedChapter {
    RecordedFile file;
    std::string title;
    std::string permalink;  ///< empty if the post has no address
    std::string source_file;
    std::vector<std::string> authors;
    std::string published, updated, newest_comment, retrieved;  ///< as written, RFC 3339; empty if unknown
    std::string source_sha256;   ///< of the page as it was sent, decoded from the content encoding
    std::string archive_record;  ///< the archive's record that holds the page: "urn:uuid:…"; empty if there is none
    std::size_t comments = 0;
};

struct RecordedPicture {
    RecordedFile file;
    std::string source, source_sha256;
    int width = 0, height = 0, source_width = 0, source_height = 0;
};

struct BookRecord {
    std::string title, identifier;
    std::string source;                ///< the series' or the blog's address
    std::string version;               ///< of the program that bound it; empty in records of old versions
    std::vector<std::string> sources;  ///< what the user named: addresses, file names
    std::vector<std::pair<std::string, std::string>> options;  ///< in the order given; a flag's value is ""
    std::string rules;  ///< the user's rules for pages, as TOML; empty if there were none
    std::vector<RecordedChapter> chapters;
    std::vector<RecordedPicture> pictures;
    std::vector<RecordedFile> files;  ///< all others
    [[nodiscard]] bool has_checksums() const;
};

/// Error unreadable: this is no record of a book. Members that are missing are empty.
Result<BookRecord> read_record(std::string_view json);

}  // namespace blogbind::archive
