// The feed of a post's comments that its entry in the blog's feed names, for what the post's page does not show.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/report.h"
#include "model/comment.h"
#include "net/fetcher.h"
#include "net/url.h"

namespace blogbind {

/// The comments, with what they answer where it is told: newest first, page after page, until there are `most` or no
/// more. What cannot be had is not there. `where`: the post, for people.
std::vector<Comment> comments_in_feed(const Url& feed, std::size_t most, Fetcher& fetcher, std::string_view where,
                                      Report& report);

}  // namespace blogbind
