// Blogger's feeds in JSON: all posts of a blog, and the comments of each
// (https://developers.google.com/blogger/docs/2.0/json/reference).
#pragma once

#include <optional>

#include "base/result.h"
#include "model/entry.h"
#include "source/readers.h"

namespace blogbind {

/// The feed of posts, of the whole blog or of the label whose page it is; nothing for pages that are not Blogger's,
/// and for lists of some posts only.
std::optional<Url> blogger_feed_of(const PagePart& page);
/// Posts oldest first, each with its comments and what they answer; text that a blog shows only in part in its feed is
/// completed from the post's page.
Result<Listing> read_blogger_feed(const Response& answer, const Reading& reading);

}  // namespace blogbind
