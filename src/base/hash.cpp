#include "base/hash.h"

#include <nettle/sha1.h>
#include <nettle/sha2.h>

#include <array>
#include <cassert>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/text.h"

namespace blogbind {

namespace {

using Bytes = std::span<const std::uint8_t>;

const std::uint8_t* bytes_of(std::string_view text) { return reinterpret_cast<const std::uint8_t*>(text.data()); }

std::string hex(Bytes bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) out.append({digits[byte >> 4U], digits[byte & 15U]});
    return out;
}

/// The 16 bytes of a UUID in text form.
std::string uuid_bytes(std::string_view uuid) {
    const std::string digits = replaced(uuid, "-", "");
    assert(digits.size() == 32);
    std::string bytes;
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
        bytes += static_cast<char>(hex_digit_value(digits[i]) * 16 + hex_digit_value(digits[i + 1]));
    return bytes;
}

}  // namespace

std::string sha256_hex(std::initializer_list<std::string_view> pieces) {
    sha256_ctx context;
    sha256_init(&context);
    for (const std::string_view piece : pieces) sha256_update(&context, piece.size(), bytes_of(piece));
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    sha256_digest(&context, digest.size(), digest.data());
    return hex(digest);
}

std::string uuid5(std::string_view space, std::string_view name) {
    const std::string prefix = uuid_bytes(space);
    sha1_ctx context;
    sha1_init(&context);
    sha1_update(&context, prefix.size(), bytes_of(prefix));
    sha1_update(&context, name.size(), bytes_of(name));
    std::array<std::uint8_t, 16> id{};  // the digest's first bytes
    sha1_digest(&context, id.size(), id.data());
    id[6] = static_cast<std::uint8_t>((id[6] & 0x0fU) | 0x50U);  // version 5
    id[8] = static_cast<std::uint8_t>((id[8] & 0x3fU) | 0x80U);  // variant of RFC 4122
    std::string text = hex(id);
    for (const std::size_t dash : {8U, 13U, 18U, 23U}) text.insert(dash, 1, '-');
    return text;
}

}  // namespace blogbind
