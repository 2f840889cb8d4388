// Files: read whole with a limit, and replaced as a whole or not at all.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace blogbind {

Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit);
Result<std::string> read_standard_input(std::size_t limit);

/// A name beside `target` under which a new version is written before it is renamed; made by this process.
std::filesystem::path temporary_beside(const std::filesystem::path& target);
/// Removes what killed processes left under such names beside `target`. Files of living processes stay.
void sweep_temporaries(const std::filesystem::path& target);
/// Flushes `temporary` to the disk and renames it to `target`.
Status replace_file(const std::filesystem::path& temporary, const std::filesystem::path& target);
/// Writes `bytes` beside `target` and renames.
Status write_file(const std::filesystem::path& target, std::string_view bytes);

/// Bytes that need not stay in memory: one unnamed temporary file, gone with the process however it ends.
/// Appending and reading are safe from several threads.
class Spill {
  public:
    struct Piece {
        std::uint64_t offset = 0;
        std::uint64_t size = 0;
    };
    static Result<Spill> create();
    Spill(Spill&& other) noexcept;
    Spill& operator=(Spill&&) = delete;
    ~Spill();

    Result<Piece> append(std::string_view bytes);
    /// Up to `size` bytes from `offset` within the piece.
    [[nodiscard]] Result<std::string> read(const Piece& piece, std::uint64_t offset, std::size_t size) const;
    /// Error unwritable if anything could not be read back so far, whoever asked for it.
    [[nodiscard]] Status soundness() const;

  private:
    explicit Spill(int descriptor) : descriptor_(descriptor) {}
    int descriptor_ = -1;
    std::atomic<std::uint64_t> end_{0};  // each append reserves its own bytes, so writers need no lock
    mutable std::atomic<int> read_error_{0};
};

}  // namespace blogbind
