// SHA-256 in its own 32 bytes: what is kept of thousands of pictures.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace blogbind {

using Digest = std::array<std::uint8_t, 32>;

/// What `sha256_hex` says, in bytes. REQUIRES: 64 lower-case hexadecimal digits.
Digest digest_in(std::string_view hex);
/// And back.
std::string hex_of(const Digest& digest);

}  // namespace blogbind
