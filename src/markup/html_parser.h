// HTML as browsers read it (gumbo), guarded: memory, time and depth are bounded whatever comes in.
#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

#include "base/result.h"
#include "markup/body.h"

namespace blogbind::markup {

struct ParseLimits {
    std::chrono::milliseconds processor_time{5000};
    std::size_t memory = 64U << 20;          ///< at least; 64 bytes for each byte of input if that is more
    int depth = 200;                         ///< deeper elements are flattened into their ancestor
};

struct ParsedHtml {
    Body body;                               ///< root "html" (document) or "section" (fragment)
    bool flattened = false;                  ///< the depth limit was reached
};

/// A whole document. `utf8` is valid UTF-8. Names of elements and attributes are valid XML names, lower case (SVG's as
/// SVG spells them); <template> and <noscript> hold parsed elements, comments are dropped, text holds only what XML
/// allows. Error refused: a limit was reached.
Result<ParsedHtml> parse_document(std::string_view utf8, const ParseLimits& limits = {});
/// A fragment, as inside <body>.
Result<ParsedHtml> parse_fragment(std::string_view utf8, const ParseLimits& limits = {});

}  // namespace blogbind::markup
