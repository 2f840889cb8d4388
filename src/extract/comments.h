// Readers' comments in a page: found by platform markup, else by repeated structure.
#pragma once

#include <optional>
#include <vector>

#include "markup/body.h"
#include "model/comment.h"
#include "model/page.h"
#include "net/url.h"

namespace blogbind::extract {

struct CommentSection {
    std::vector<Comment> comments;  ///< in page order, parents set; bodies as found
    std::optional<int> declared;    ///< "23 thoughts on …"
    bool closed = false;
    std::vector<Url> pages;                 ///< further comment pages that this page links to or implies
    const markup::Element* root = nullptr;  ///< the element that holds them all; null if there is none
};
/// Where the user's rules point at comments, there are no others.
CommentSection read_comments(const PagePart& part);

/// Comments of several pages as one conversation: each id once, replies after what they answer, oldest first.
std::vector<Comment> merged_comments(std::vector<std::vector<Comment>> pages);

}  // namespace blogbind::extract
