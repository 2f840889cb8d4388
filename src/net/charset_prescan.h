// The encoding that a page names in its own first bytes.
#pragma once

#include <string_view>

#include "net/charset_labels.h"

namespace blogbind {

/// https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding; a null pointer if there is none.
const Encoding* encoding_named_in_page(std::string_view bytes);

}  // namespace blogbind
