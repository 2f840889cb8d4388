// What the names of elements tell of comments, whoever made the theme: "kb-comment", "kommentar-text", "commentAuthor".
#pragma once

#include <optional>
#include <string_view>

#include "extract/platforms.h"

namespace blogbind::extract {

/// The class that says that the element is one comment; empty if none does.
std::string_view comment_name(const markup::Element& element);
/// Whether a class or the id says that comments stand in the element; not those of other posts ("recent-comments").
bool is_named_comment_area(const markup::Element& element);
/// The part of a comment that a class says the element is: its author, date or body; nothing for other names.
std::optional<CommentField> named_comment_field(const markup::Element& element);

}  // namespace blogbind::extract
