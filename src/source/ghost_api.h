// Ghost's Content API, for those who have its key (https://ghost.org/docs/content-api/), and the comments that its
// pages fetch by script.
#pragma once

#include <optional>

#include "base/result.h"
#include "model/entry.h"
#include "source/readers.h"

namespace blogbind {

/// The blog's feed; nothing for pages that are not Ghost's.
std::optional<Url> ghost_feed_of(const PagePart& page);
/// `answer`: the feed. With a key all posts come from the API, oldest first, each with its comments; without one the
/// posts are those of the feed.
Result<Listing> read_ghost(const Response& answer, const Reading& reading);

}  // namespace blogbind
