#include "base/digest.h"

namespace blogbind {
namespace {

constexpr std::string_view digits = "0123456789abcdef";

}  // namespace

Digest digest_in(std::string_view hex) {
    Digest digest{};
    for (std::size_t i = 0; i < digest.size(); ++i)
        digest[i] = static_cast<std::uint8_t>(digits.find(hex[2 * i]) << 4 | digits.find(hex[2 * i + 1]));
    return digest;
}

std::string hex_of(const Digest& digest) {
    std::string hex;
    hex.reserve(2 * digest.size());
    for (const std::uint8_t byte : digest) hex.append(1, digits[byte >> 4]).append(1, digits[byte & 0xF]);
    return hex;
}

}  // namespace blogbind
