// Markdown to HTML: CommonMark 0.30 by cmark, and what the generators of blogs have added to it (GitHub Flavored
// Markdown's tables, strikethrough and task lists; footnotes; lists of definitions; kramdown's attribute lists, which
// are left out).
#pragma once

#include <string>
#include <string_view>

namespace blogbind::markup {

/// HTML for a parser of HTML: what was HTML in the text stays as it is, safe or not.
std::string html_of_markdown(std::string_view text);

}  // namespace blogbind::markup
