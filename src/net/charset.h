// Bytes to UTF-8 by the WHATWG Encoding Standard's labels and the HTML standard's order of evidence.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace blogbind {

struct Decoded {
    std::string text;          ///< valid UTF-8, only characters that XML allows
    std::string encoding;      ///< the name that was used: "UTF-8", "windows-1252", …
    std::size_t replaced = 0;  ///< characters that the encoding does not allow
};

/// Evidence in order: byte order mark, `declared` (the Content-Type's charset label, may be empty), the page's own
/// <meta>, valid UTF-8, a guess by statistics.
Decoded decode_html(std::string_view bytes, std::string_view declared);
/// The same for text without markup.
Decoded decode_text(std::string_view bytes, std::string_view declared);

}  // namespace blogbind
