// Where the lines of a cover may break.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace blogbind::media {

/// With a no-break space after each article and preposition, so that none ends a line, and before a part's letter or
/// number ("Part A", "Day 12 – The pass") and before a dash, so that none begins one.
std::string with_joined_small_words(std::string_view title);
/// Divided at the first ": " into title and the rest; the rest is empty if there is none.
std::pair<std::string, std::string> divided_title(std::string_view title);
/// One line: white space of any kind is one space, and nothing that is not text is left.
std::string single_line(std::string_view text);

}  // namespace blogbind::media
