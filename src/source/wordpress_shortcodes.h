// What WordPress, Jetpack and page builders put in the place of their shortcodes.
#pragma once

#include <string>
#include <string_view>

#include "source/shortcodes.h"
#include "source/wordpress_blog.h"

namespace blogbind {

/// For the text of the post with the number `post`. Both must stay where they are.
ShortcodeRules wordpress_shortcodes(const WordpressBlog& blog, long long post);
/// "[code]…[/code]" and "[sourcecode]…" as <pre>, before paragraphs are made of their lines.
std::string with_code_kept(std::string_view text);
/// Whether WordPress would show a player or the like for an address that stands alone on its line.
bool is_embeddable(std::string_view address);
/// A frame for it.
std::string embed_of(std::string_view address);

}  // namespace blogbind
