// A file that several programs append to at once, each piece whole or not at all. Within one program one thread at a
// time may append; reading is free.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/byte_source.h"
#include "base/result.h"

namespace blogbind {

class SharedFile final : public ByteSource {
  public:
    enum class Mode { read, append };

    /// Mode::append creates the file and its folders. Errors: not_found, unreadable; unwritable for Mode::append.
    static Result<SharedFile> open(const std::filesystem::path& path, Mode mode);
    SharedFile(SharedFile&& other) noexcept;
    SharedFile& operator=(SharedFile&& other) noexcept;
    ~SharedFile() override;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::uint64_t size() const override;
    [[nodiscard]] Result<std::string> read(std::uint64_t offset, std::size_t size) const override;

    /// Appends `bytes` while nobody else does, and gives their offset. Error unwritable, for a full disk for instance:
    /// then the file is as it was before.
    Result<std::uint64_t> append(std::string_view bytes);
    /// Cuts off what stands behind `size`, if nobody has appended anything since the file was `expected` bytes long.
    Status cut(std::uint64_t size, std::uint64_t expected);
    /// Waits until all is on the disk.
    void flush() const;

  private:
    SharedFile(std::filesystem::path path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}

    std::filesystem::path path_;
    int descriptor_ = -1;
};

}  // namespace blogbind
