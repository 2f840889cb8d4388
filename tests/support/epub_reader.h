// A ZIP file as its bytes say, without a library: what the container's rules are about.
#pragma once

#include <libdeflate.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace blogbind::test {

struct ZipEntry {
    std::string name;
    unsigned version_needed = 0, flags = 0, method = 0, time = 0, date = 0;
    unsigned local_flags = 0, local_extra = 0, central_extra = 0, comment = 0;
    std::uint32_t attributes = 0;
    std::size_t offset = 0;  ///< of the local header
    std::string bytes;       ///< uncompressed
};

class EpubReader {
  public:
    /// Throws std::runtime_error unless it is a ZIP file without a closing comment.
    explicit EpubReader(std::string file) : file_(std::move(file)) {
        demand(file_.size() >= 22, "too short for a ZIP file");
        const std::size_t end = file_.size() - 22;
        demand(file_.substr(end, 4) == "PK\5\6", "no end of a ZIP file");
        std::size_t at = number(end + 16, 4);
        for (std::size_t left = number(end + 10, 2); left > 0; --left) at = read_entry(at);
    }
    [[nodiscard]] const std::vector<ZipEntry>& entries() const { return entries_; }
    [[nodiscard]] std::string text(std::string_view name) const {
        for (const ZipEntry& entry : entries_)
            if (entry.name == name) return entry.bytes;
        return {};
    }

  private:
    static void demand(bool holds, const char* otherwise) {
        if (!holds) throw std::runtime_error(otherwise);
    }
    [[nodiscard]] std::uint32_t number(std::size_t at, std::size_t bytes) const {
        std::uint32_t value = 0;
        for (std::size_t i = bytes; i-- > 0;) value = (value << 8) | static_cast<unsigned char>(file_.at(at + i));
        return value;
    }

    std::size_t read_entry(std::size_t at) {
        demand(file_.substr(at, 4) == "PK\1\2", "no entry of a ZIP file");
        const std::size_t name = number(at + 28, 2), extra = number(at + 30, 2), comment = number(at + 32, 2);
        ZipEntry entry;
        entry.name = file_.substr(at + 46, name);
        entry.version_needed = number(at + 6, 2);
        entry.flags = number(at + 8, 2);
        entry.method = number(at + 10, 2);
        entry.time = number(at + 12, 2);
        entry.date = number(at + 14, 2);
        entry.central_extra = static_cast<unsigned>(extra);
        entry.comment = static_cast<unsigned>(comment);
        entry.attributes = number(at + 38, 4);
        const std::size_t local = number(at + 42, 4);
        entry.offset = local;
        entry.local_flags = number(local + 6, 2);
        entry.local_extra = number(local + 28, 2);
        const std::string_view packed =
            std::string_view(file_).substr(local + 30 + name + entry.local_extra, number(at + 20, 4));
        entry.bytes = entry.method == 0 ? std::string(packed) : inflated(packed, number(at + 24, 4));
        demand(libdeflate_crc32(0, entry.bytes.data(), entry.bytes.size()) == number(at + 16, 4),
               "a checksum that is wrong");
        entries_.push_back(std::move(entry));
        return at + 46 + name + extra + comment;
    }

    static std::string inflated(std::string_view packed, std::size_t size) {
        std::string bytes(size, '\0');
        libdeflate_decompressor* decompressor = libdeflate_alloc_decompressor();
        const auto result =
            libdeflate_deflate_decompress(decompressor, packed.data(), packed.size(), bytes.data(), size, nullptr);
        libdeflate_free_decompressor(decompressor);
        demand(result == LIBDEFLATE_SUCCESS, "data that cannot be unpacked");
        return bytes;
    }

    std::string file_;
    std::vector<ZipEntry> entries_;
};

}  // namespace blogbind::test
