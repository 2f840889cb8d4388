// Deflated bytes in their three wrappings: gzip (RFC 1952), zlib (RFC 1950) and none (RFC 1951).
#pragma once

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

namespace blogbind {

enum class Packing { none, fast, thorough };
/// One gzip member of all the pieces, put together: no name, no time, so that the same bytes give the same member.
/// Packing::none is for bytes that are packed already: the member is a little larger than they are.
std::string gzip_member(std::initializer_list<std::string_view> pieces, Packing packing = Packing::thorough);
inline std::string gzip_member(std::string_view bytes, Packing packing = Packing::thorough) {
    return gzip_member({bytes}, packing);
}

/// Inflates piece by piece, in bounded memory.
class Inflater {
  public:
    enum class Wrapping { gzip_or_zlib, none };
    enum class State {
        more,    ///< either side is full: give more input, or more room
        end,     ///< the member is whole, its checksum right; what is left of the input stands behind it
        damaged,
    };

    explicit Inflater(Wrapping wrapping = Wrapping::gzip_or_zlib);
    ~Inflater();
    Inflater(Inflater&&) noexcept;
    Inflater& operator=(Inflater&&) noexcept;

    /// Takes bytes from the front of `input` and appends at most `room` bytes to `out`.
    State inflate(std::string_view& input, std::string& out, std::size_t room);
    /// Ready for the next member.
    void restart();

  private:
    struct Stream;
    std::unique_ptr<Stream> stream_;
};

}  // namespace blogbind
