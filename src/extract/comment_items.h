// Where each comment of a page stands, and which one it answers; what is in it is comment_fields.h's matter.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "markup/body.h"
#include "model/comment.h"

namespace blogbind::extract {

struct CommentPlace {
    std::vector<const markup::Element*> elements;  ///< usually one; older Blogger pages spread a comment over siblings
    std::string number;                            ///< the blog's own; empty if it gives none
    std::optional<std::size_t> parent;             ///< index of an earlier place
    std::string parent_number;                     ///< where the markup names the parent itself
    bool by_post_author = false;
    CommentKind kind = CommentKind::comment;
};

/// All elements that begin a comment: what stands in them belongs to them, not to the comment around them.
using CommentBounds = std::unordered_set<const markup::Element*>;
CommentBounds bounds_of(const std::vector<CommentPlace>& places);

/// Comments in markup that names them, in page order. Where the user says which elements they are, `chosen` is not
/// empty, and there are no others.
std::vector<CommentPlace> marked_comments(const markup::Element& document,
                                          const std::vector<const markup::Element*>& chosen = {});
/// Comments without any name: similar elements, each with a date and some text, in a part of the page that is headed
/// or named as comments. In `article_body` (may be null)
/// only names count, as its text may have dates, too.
std::vector<CommentPlace> repeated_comments(const markup::Element& document, const markup::Element* article_body);

/// Sets `parent` from nesting, "depth-N" classes and indentation.
void link_parents(std::vector<CommentPlace>& places);

}  // namespace blogbind::extract
