// Zstandard frames (RFC 8878).
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace blogbind {

/// Unpacks one frame after the other, piece by piece, in bounded memory.
class ZstdReader {
  public:
    enum class State {
        more,  ///< either side is full: give more input, or more room
        end,   ///< a frame is whole; what is left of the input stands behind it
        damaged,
    };

    /// `dictionary`: what the frames were packed with; empty for most.
    explicit ZstdReader(std::string_view dictionary = {});
    ~ZstdReader();
    ZstdReader(ZstdReader&&) noexcept;
    ZstdReader& operator=(ZstdReader&&) noexcept;

    /// Takes bytes from the front of `input` and appends at most `room` bytes to `out`.
    State read(std::string_view& input, std::string& out, std::size_t room);

  private:
    struct Stream;
    std::unique_ptr<Stream> stream_;
};

/// What frames begin with.
inline constexpr std::string_view zstd_magic = "\x28\xb5\x2f\xfd";

}  // namespace blogbind
