// Furniture that shows only when the posts of a blog lie side by side: what each page alone gives for the end of a
// post.
#pragma once

#include <span>

#include "base/report.h"
#include "model/post.h"

namespace blogbind::extract {

/// Takes out of the posts what three of them and half of those of the same blog begin or end with, word for word and
/// link for link, if it also leads away from the blog, or reads like a label or an invitation. Other words are left,
/// since writers sign off alike; so are pictures, links to the posts, and whatever would cost a post a third of its
/// text. Each text is told once (element_dropped). REQUIRES: the posts are normalised.
void drop_shared_furniture(std::span<Post> posts, Report& report);

}  // namespace blogbind::extract
