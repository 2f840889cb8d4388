#include "base/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>

namespace blogbind {

namespace {

constexpr int either_wrapping = MAX_WBITS + 32;  // zlib: 32 more detects gzip and zlib
constexpr int gzip_wrapping = MAX_WBITS + 16;
constexpr int memory_level = 8;  // zlib's default
constexpr std::size_t most_at_once = std::numeric_limits<uInt>::max();

int window_bits(Inflater::Wrapping wrapping) {
    return wrapping == Inflater::Wrapping::none ? -MAX_WBITS : either_wrapping;
}

int level_of(Packing packing) {
    switch (packing) {
        case Packing::none: return Z_NO_COMPRESSION;
        case Packing::fast: return Z_BEST_SPEED;
        case Packing::thorough: return Z_DEFAULT_COMPRESSION;
    }
    return Z_DEFAULT_COMPRESSION;
}

Bytef* readable(std::string_view bytes) {
    // zlib's interface lacks a const; it does not write there.
    return const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));
}

/// Deflates into a string that is large enough for all.
class Deflater {
  public:
    explicit Deflater(Packing packing) {
        is_ready_ = deflateInit2(&stream_, level_of(packing), Z_DEFLATED, gzip_wrapping, memory_level,
                                 Z_DEFAULT_STRATEGY) == Z_OK;
    }
    Deflater(const Deflater&) = delete;
    ~Deflater() { deflateEnd(&stream_); }

    [[nodiscard]] std::size_t most(std::size_t size) { return is_ready_ ? deflateBound(&stream_, size) : 0; }

    void take(std::string_view bytes, int flush, std::string& out, std::size_t& written) {
        int state = is_ready_ ? Z_OK : Z_STREAM_ERROR;
        while (state == Z_OK && (!bytes.empty() || flush == Z_FINISH)) {
            const std::size_t piece = std::min(bytes.size(), most_at_once);
            stream_.next_in = readable(bytes);
            stream_.avail_in = static_cast<uInt>(piece);
            stream_.next_out = reinterpret_cast<Bytef*>(out.data() + written);
            stream_.avail_out = static_cast<uInt>(std::min(out.size() - written, most_at_once));
            const uInt room = stream_.avail_out;
            state = deflate(&stream_, flush);
            bytes.remove_prefix(piece - stream_.avail_in);
            written += room - stream_.avail_out;
        }
    }

  private:
    z_stream stream_{};
    bool is_ready_ = false;
};

}  // namespace

std::string gzip_member(std::initializer_list<std::string_view> pieces, Packing packing) {
    Deflater deflater(packing);
    std::size_t size = 0;
    for (const std::string_view piece : pieces) size += piece.size();
    std::string member(deflater.most(size), '\0');
    std::size_t written = 0;
    for (const std::string_view piece : pieces) deflater.take(piece, Z_NO_FLUSH, member, written);
    deflater.take({}, Z_FINISH, member, written);
    member.resize(written);
    return member;
}

struct Inflater::Stream {
    explicit Stream(Wrapping wrapping) { is_ready = inflateInit2(&z, window_bits(wrapping)) == Z_OK; }
    Stream(const Stream&) = delete;
    ~Stream() { inflateEnd(&z); }

    z_stream z{};
    bool is_ready = false;
};

Inflater::Inflater(Wrapping wrapping) : stream_(std::make_unique<Stream>(wrapping)) {}
Inflater::~Inflater() = default;
Inflater::Inflater(Inflater&&) noexcept = default;
Inflater& Inflater::operator=(Inflater&&) noexcept = default;

void Inflater::restart() { inflateReset(&stream_->z); }

Inflater::State Inflater::inflate(std::string_view& input, std::string& out, std::size_t room) {
    if (!stream_->is_ready) return State::damaged;
    z_stream& z = stream_->z;
    std::array<char, 16384> piece;
    for (;;) {
        const std::size_t taken = std::min(input.size(), most_at_once);
        z.next_in = readable(input);
        z.avail_in = static_cast<uInt>(taken);
        z.next_out = reinterpret_cast<Bytef*>(piece.data());
        z.avail_out = static_cast<uInt>(std::min(piece.size(), room));
        const uInt offered = z.avail_out;
        const int state = ::inflate(&z, Z_NO_FLUSH);
        const std::size_t made = offered - z.avail_out;
        input.remove_prefix(taken - z.avail_in);
        out.append(piece.data(), made);
        room -= made;
        if (state == Z_STREAM_END) return State::end;
        if (state != Z_OK && state != Z_BUF_ERROR) return State::damaged;
        if (room == 0 || (made == 0 && input.empty()) || state == Z_BUF_ERROR) return State::more;
    }
}

}  // namespace blogbind
