// Tumblr's first interface, which needs no key: posts of all its kinds.
#pragma once

#include <optional>

#include "base/result.h"
#include "model/entry.h"
#include "source/readers.h"

namespace blogbind {

/// The interface of the blog whose front page it is; nothing for pages that are not Tumblr's.
std::optional<Url> tumblr_posts_of(const PagePart& page);
/// Posts oldest first, in the words and pictures that make each kind. Tumblr has no comments; notes are none.
Result<Listing> read_tumblr(const Response& answer, const Reading& reading);

}  // namespace blogbind
