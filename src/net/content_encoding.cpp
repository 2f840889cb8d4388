#include "net/content_encoding.h"

#include <brotli/decode.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "base/gzip.h"
#include "base/text.h"
#include "base/zstd.h"
#include "net/exchange.h"

namespace blogbind {

namespace {

constexpr std::size_t piece_size = 16384;

enum class Outcome { whole, damaged, too_long };

struct Unpacked {
    Outcome outcome = Outcome::damaged;
    std::string bytes;
};

/// One byte more than allowed is taken, to tell a body that just fits from one that does not.
Unpacked inflated(std::string_view body, std::size_t limit, Inflater::Wrapping wrapping) {
    Inflater inflater(wrapping);
    Unpacked unpacked;
    std::string& out = unpacked.bytes;
    for (;;) {
        const std::size_t before = out.size(), left = body.size();
        const Inflater::State state = inflater.inflate(body, out, limit + 1 - out.size());
        if (out.size() > limit) return {Outcome::too_long, {}};
        if (state == Inflater::State::damaged) return {};
        const bool stands_still = out.size() == before && body.size() == left;
        // RFC 1952 section 2.2: several members may follow one another. Rubbish behind the last one is left out.
        if (state == Inflater::State::end && body.starts_with("\x1f\x8b"))
            inflater.restart();
        else if (state == Inflater::State::end)
            return unpacked.outcome = Outcome::whole, std::move(unpacked);
        else if (stands_still || body.empty())
            return {};  // it broke off
    }
}

bool begins_as_zlib(std::string_view body) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned>(static_cast<unsigned char>(body[at])); };
    return body.size() >= 2 && (byte(0) & 0x0fU) == 8 && ((byte(0) << 8U) | byte(1)) % 31 == 0;
}

Unpacked from_gzip(std::string_view body, std::size_t limit) {
    return inflated(body, limit, Inflater::Wrapping::gzip_or_zlib);
}

/// RFC 9110 #deflate.coding means zlib's wrapping; some servers send none.
Unpacked from_deflate(std::string_view body, std::size_t limit) {
    return inflated(body, limit, begins_as_zlib(body) ? Inflater::Wrapping::gzip_or_zlib : Inflater::Wrapping::none);
}

Unpacked from_brotli(std::string_view body, std::size_t limit) {
    const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> decoder(
        BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
    const auto* input = reinterpret_cast<const std::uint8_t*>(body.data());
    std::size_t left = body.size();
    std::array<std::uint8_t, piece_size> piece;
    std::string out;
    for (;;) {
        std::uint8_t* end = piece.data();
        std::size_t room = piece.size();
        const BrotliDecoderResult result =
            BrotliDecoderDecompressStream(decoder.get(), &left, &input, &room, &end, nullptr);
        out.append(reinterpret_cast<const char*>(piece.data()), piece.size() - room);
        if (out.size() > limit) return {Outcome::too_long, {}};
        if (result == BROTLI_DECODER_RESULT_SUCCESS) return {Outcome::whole, std::move(out)};
        if (result != BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) return {};
    }
}

Unpacked from_zstd(std::string_view body, std::size_t limit) {
    ZstdReader reader;
    std::string out;
    for (;;) {
        const std::size_t before = out.size();
        const ZstdReader::State state = reader.read(body, out, piece_size);
        if (out.size() > limit) return {Outcome::too_long, {}};
        if (state == ZstdReader::State::damaged) return {};
        if (state == ZstdReader::State::end && body.empty()) return {Outcome::whole, std::move(out)};
        if (out.size() == before && body.empty()) return {};
    }
}

Unpacked as_it_is(std::string_view body, std::size_t limit) {
    if (body.size() > limit) return {Outcome::too_long, {}};
    return {Outcome::whole, std::string(body)};
}

struct Coding {
    std::string_view name;
    std::string_view magic;  ///< what every body so packed begins with; empty if there is no such thing
    Unpacked (*unpack)(std::string_view body, std::size_t limit);
};

constexpr std::array codings{
    Coding{"gzip", "\x1f\x8b", from_gzip}, Coding{"x-gzip", "\x1f\x8b", from_gzip}, Coding{"deflate", "", from_deflate},
    Coding{"br", "", from_brotli},         Coding{"zstd", zstd_magic, from_zstd},   Coding{"identity", "", as_it_is},
    Coding{"none", "", as_it_is},          Coding{"utf-8", "", as_it_is},  // seen in the wild
};

/// Unpacked as declared or, where that fails, as the body's first bytes say: some caches pack anew and do not tell.
Unpacked unpacked(std::string_view bytes, const Coding& declared, std::size_t limit) {
    Unpacked result;
    if (bytes.starts_with(declared.magic)) result = declared.unpack(bytes, limit);
    if (result.outcome != Outcome::damaged) return result;
    const auto* real = std::find_if(codings.begin(), codings.end(), [&](const Coding& coding) {
        return !coding.magic.empty() && coding.magic != declared.magic && bytes.starts_with(coding.magic);
    });
    return real == codings.end() ? Unpacked{} : real->unpack(bytes, limit);
}

/// It declares a packing that it plainly does not have.
bool is_unpacked_text(std::string_view body) {
    const std::string_view start = trimmed(body.substr(0, 64));
    return start.starts_with('<') || start.starts_with('{');
}

}  // namespace

Result<std::string> decoded_content(std::string_view body, std::string_view encodings, std::size_t limit) {
    const std::vector<std::string_view> names = split(encodings, ',');
    std::string bytes(body);
    for (auto name = names.rbegin(); name != names.rend(); ++name) {
        const auto coding = std::find_if(codings.begin(), codings.end(), [&](const Coding& known) {
            return equals_ignoring_case(known.name, trimmed(*name));
        });
        if (coding == codings.end())
            return fail(ErrorKind::unreadable,
                        "the answer is packed in an unknown way, " + std::string(trimmed(*name)));
        if (bytes.empty()) continue;
        Unpacked result = unpacked(bytes, *coding, limit);
        if (result.outcome == Outcome::too_long) return fail(ErrorKind::refused, "larger than " + limit_text(limit));
        if (result.outcome == Outcome::whole)
            bytes = std::move(result.bytes);
        else if (bytes.starts_with(coding->magic) && !is_unpacked_text(bytes))
            return fail(ErrorKind::unreadable, "the answer's compression is damaged");
    }
    return bytes;
}

}  // namespace blogbind
