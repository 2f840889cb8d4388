// Text of WordPress's classic editor, in which blank lines stand for paragraphs.
#pragma once

#include <string>
#include <string_view>

namespace blogbind {

/// As WordPress shows it: blank lines part paragraphs, single ones break lines, blocks and what is preformatted stay as
/// they are. A shortcode that stands alone is no paragraph.
std::string with_paragraphs(std::string_view text);

}  // namespace blogbind
