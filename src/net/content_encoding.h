// Content encodings: what a server packs so that it travels faster (RFC 9110 #content.codings).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace blogbind {

/// The value of Accept-Encoding: all that can be unpacked here.
inline constexpr std::string_view accepted_encodings = "gzip, deflate, br, zstd";

/// `body` with the codings of a Content-Encoding header undone, the last first. A body that plainly is not packed as
/// the header says is given as it is: such servers are common, and browsers show their pages.
/// Errors: refused as soon as more than `limit` bytes come out; unreadable for damage and for unknown codings. The
/// message does not name the address: "the answer's compression is damaged".
Result<std::string> decoded_content(std::string_view body, std::string_view encodings, std::size_t limit);

}  // namespace blogbind
