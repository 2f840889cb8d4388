// How many comments a page says it has: "23 thoughts on “Night Ferry”".
#pragma once

#include <optional>
#include <string_view>

#include "markup/body.h"

namespace blogbind::extract {

/// The number in a heading or link text, in the languages of themes; "No comments" is 0. Nothing for other text.
std::optional<int> declared_count(std::string_view text);
/// True for headings of a comment section, with or without a number.
bool is_comment_title(std::string_view text);

}  // namespace blogbind::extract
