// MDX: Markdown with components, which are programs. Their words are the author's, and Markdown as well.
#pragma once

#include <string>
#include <string_view>

namespace blogbind {

/// The Markdown in it: without lines that load components, and without the tags around what they hold.
std::string markdown_of_mdx(std::string_view text);

}  // namespace blogbind
