// Where else a post's comments are told of.
#pragma once

#include <optional>

#include "model/page.h"
#include "net/url.h"

namespace blogbind::extract {

/// The feed of the post's comments, if the page names it and shows links from other sites of which nothing tells when
/// they were made: themes print no more than their titles. Nothing if it is not needed.
std::optional<Url> comment_feed(const Page& page);

}  // namespace blogbind::extract
