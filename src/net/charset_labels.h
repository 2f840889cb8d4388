// The encodings of the web and the labels that mean them.
#pragma once

#include <string_view>

namespace blogbind {

struct Encoding {
    enum class Family { utf8, utf16, windows, other };
    std::string_view name;  ///< as the Encoding Standard writes it
    Family family;
    std::string_view codec;   ///< as the C library's iconv knows what the standard means by it
    std::string_view labels;  ///< lower case, between spaces
};

/// https://encoding.spec.whatwg.org/#concept-encoding-get; a null pointer for labels that name none.
const Encoding* encoding_for_label(std::string_view label);
const Encoding& utf8_encoding();
const Encoding& windows_1252_encoding();

}  // namespace blogbind
