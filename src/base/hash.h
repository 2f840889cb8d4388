// Digests and name-based identifiers.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace blogbind {

/// SHA-256 in 64 lower-case hexadecimal digits, of all the pieces put together.
std::string sha256_hex(std::initializer_list<std::string_view> pieces);
inline std::string sha256_hex(std::string_view bytes) { return sha256_hex({bytes}); }
/// RFC 4122 version 5 UUID of `name` in the name space `space` (a UUID in text form), lower case.
std::string uuid5(std::string_view space, std::string_view name);
/// RFC 4122 appendix C: the name space of URLs.
inline constexpr std::string_view uuid_url_space = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";

}  // namespace blogbind
