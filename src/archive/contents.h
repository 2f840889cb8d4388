// A book's container, read once from its first to its last byte: for each file what the checks need to know of it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "archive/package.h"
#include "archive/record.h"
#include "base/result.h"

namespace blogbind::archive {

/// A reference as it stands in a document or a style sheet.
struct Reference {
    std::string to;
    bool is_link = false;  ///< the reader follows it; all else is a part of the document
};

struct BookFile {
    std::string path;        ///< from the container's root
    std::string media_type;  ///< as the manifest declares it; empty if it is not there
    std::string damage;      ///< why its bytes cannot be had; empty if they can
    std::string sha256;
    std::string head;      ///< its first bytes
    bool is_text = false;  ///< valid UTF-8 without NUL
    // of XML
    std::string root;   ///< its first element
    std::string fault;  ///< why it is not well-formed
    std::set<std::string, std::less<>> ids;
    std::vector<Reference> references;  ///< of style sheets, too
};

/// Can be moved, not copied: it refers to itself.
struct BookContents {
    BookContents() = default;
    BookContents(BookContents&&) = default;
    BookContents& operator=(BookContents&&) = default;

    std::string first_bytes;      ///< of the container
    std::vector<BookFile> files;  ///< in the order of the container
    std::map<std::string_view, const BookFile*> by_path;
    Result<std::string> package_path;  ///< error: what is wrong with META-INF/container.xml
    Result<Package> package;
    std::optional<Result<BookRecord>> record;  ///< nothing if the book has none

    [[nodiscard]] const BookFile* find(std::string_view path) const;
    /// Where a reference in the package document leads; empty if out of the container.
    [[nodiscard]] std::string path_from_package(std::string_view href) const;
};

/// Errors are the container's: no such file, no ZIP file, too large. All else is in the value.
Result<BookContents> read_contents(const std::filesystem::path& book);

}  // namespace blogbind::archive
