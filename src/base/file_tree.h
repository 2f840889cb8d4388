// Files below one root, read alike wherever they are: in a folder on the disk or in a ZIP archive, in its place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_source.h"
#include "base/result.h"

namespace blogbind {

class FileTree {
  public:
    struct File {
        std::string name;         ///< from the root on: "posts/fog.html"
        std::uint64_t size = 0;   ///< unpacked
        std::uint64_t index = 0;  ///< among the entries of a ZIP archive
    };

    /// All files of a folder or a ZIP archive; hidden ones, packages of programs, and links that lead out are left out.
    /// Errors: not_found; unreadable: neither a folder nor a ZIP archive; refused: too many files, or names that lead
    /// out.
    static Result<std::shared_ptr<const FileTree>> open(const std::filesystem::path& path);
    virtual ~FileTree() = default;
    FileTree(const FileTree&) = delete;
    FileTree& operator=(const FileTree&) = delete;

    /// Where names begin, absolute: the folder; the archive, and in it the folder that holds all of it, if one does.
    /// A file's name behind it is a path that tells it from all others, if not one to open.
    [[nodiscard]] const std::filesystem::path& root() const { return root_; }
    /// What people call it: the folder's or the archive's name.
    [[nodiscard]] const std::string& name() const { return name_; }
    /// Sorted by name, byte by byte.
    [[nodiscard]] const std::vector<File>& files() const { return files_; }
    /// Null if there is none of that name, whether its accents are characters of their own or not (macOS takes them
    /// apart) and whether it is UTF-8 on the disk.
    [[nodiscard]] const File* find(std::string_view name) const;
    /// The file that root() / name is; null if it is outside or not there.
    [[nodiscard]] const File* at(const std::filesystem::path& path) const;

    /// Its bytes. Errors: refused beyond `limit` and for encrypted files, unreadable. Safe from several threads at
    /// once.
    [[nodiscard]] Result<std::string> read(const File& file, std::size_t limit) const;
    /// Its first bytes, up to `size`; empty if they cannot be read.
    [[nodiscard]] std::string start(const File& file, std::size_t size) const;
    /// The same for what is too large to be read as a whole. It must not outlive the tree. Of a ZIP archive's files
    /// only those that are stored unpacked.
    [[nodiscard]] virtual Result<std::unique_ptr<ByteSource>> open_file(const File& file) const = 0;

  protected:
    FileTree(std::filesystem::path root, std::string name) : root_(std::move(root)), name_(std::move(name)) {}

    std::filesystem::path root_;
    std::string name_;
    std::vector<File> files_;

  private:
    struct Composed {
        std::string name;  ///< UTF-8, in normal form C
        std::size_t place = 0;
    };
    void compose_names();
    [[nodiscard]] virtual Result<std::string> bytes_of(const File& file, std::size_t most) const = 0;

    std::vector<Composed> composed_;  ///< sorted; of the names that are more than ASCII
};

}  // namespace blogbind
