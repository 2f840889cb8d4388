// Reads ZIP files from anywhere: bounded in entries and bytes, and by its names nothing outside can be meant.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace blogbind {

struct ZipLimits {
    std::size_t entries = 100'000;
    std::uint64_t entry_size = std::uint64_t{64} << 20;  ///< unpacked
    std::uint64_t total_size = std::uint64_t{4} << 30;   ///< of all entries, unpacked, as the file declares
};

struct ZipEntry {
    std::string name;         ///< UTF-8, whatever the archive has
    std::uint64_t index = 0;  ///< among the file's entries
    std::uint64_t size = 0;   ///< unpacked
    bool is_stored = false;
};

class ZipReader {
  public:
    /// Errors: not_found; unreadable: no ZIP file, or one whose directory is damaged; refused: beyond the limits, or an
    /// entry whose name leads out of the file. Messages begin with the file's name.
    static Result<ZipReader> open(const std::filesystem::path& path, const ZipLimits& limits = {});
    ZipReader(ZipReader&& other) noexcept;
    ZipReader& operator=(ZipReader&& other) noexcept;
    ~ZipReader();

    /// In the order of the file's directory; folders are left out. Names may stand twice.
    [[nodiscard]] const std::vector<ZipEntry>& entries() const { return entries_; }
    /// The first entry of that name; null if there is none.
    [[nodiscard]] const ZipEntry* find(std::string_view name) const;
    /// All its bytes, the checksum compared. Errors, whose messages do not name the entry: unreadable if it is damaged
    /// or packed in an unknown way; refused if it is encrypted.
    [[nodiscard]] Result<std::string> read(const ZipEntry& entry) const { return read(entry, true); }
    /// Only as many as `entry.size` says, without comparing, if they are not to be `whole`.
    [[nodiscard]] Result<std::string> read(const ZipEntry& entry, bool whole) const;

    /// Up to `size` bytes from `offset` in an entry that is stored; others are unreadable that way.
    [[nodiscard]] Result<std::string> read_at(const ZipEntry& entry, std::uint64_t offset, std::size_t size) const;

  private:
    struct Handle;
    explicit ZipReader(std::unique_ptr<Handle> handle);
    Status list(const ZipLimits& limits);
    Status name_entries(std::vector<std::string> names);

    std::unique_ptr<Handle> handle_;
    std::vector<ZipEntry> entries_;
};

}  // namespace blogbind
