// What stands in <script> and <style> is no markup, but half of many a page, and the HTML parser goes through it letter
// by letter. Here it is taken out before, and where it stood is kept.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace blogbind::markup {

/// A script or a style sheet as it is written in the page.
struct RawText {
    std::size_t at = 0;        ///< where it stood in what is left: right behind its start tag
    std::string_view content;  ///< not empty; part of the page that was given
};

struct LighterPage {
    std::string html;            ///< empty if nothing was taken out
    std::vector<RawText> taken;  ///< in the page's order
};

/// Tags, attributes and comments are read as the HTML Standard has it (#tokenization). Where only a parser could tell
/// what is text (CDATA sections, scripts within comments within scripts, elements without an end), the page stays as it
/// is from there on.
LighterPage without_raw_text(std::string_view utf8);

}  // namespace blogbind::markup
