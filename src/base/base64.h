// Bytes in letters: RFC 4648 §4, and its alphabet for addresses (§5).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace blogbind {

std::string base64_encoded(std::string_view bytes);
/// Forgiving about white space and missing padding; either alphabet. Nothing if other characters are in it.
std::optional<std::string> base64_decoded(std::string_view text);

}  // namespace blogbind
