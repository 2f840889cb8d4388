// What WordPress's REST API tells of a blog's comments all at once, and its pages do not: when others linked here, and
// what answers what. https://developer.wordpress.org/rest-api/reference/comments/
#pragma once

#include <optional>

#include "model/entry.h"
#include "model/page.h"
#include "net/fetcher.h"
#include "net/url.h"

namespace blogbind {

/// Where the API is, as the page's head says; nothing if the page is not WordPress's, or hides it.
std::optional<Url> wordpress_api(const PagePart& page);

/// Gives the entries of a blog's listing what its API tells of their comments: one request for a hundred comments, as
/// long as those are few beside the posts. What cannot be had is no loss: the pages have the comments.
void add_comment_facts(Listing& listing, Fetcher& fetcher);
/// True for addresses that are asked for that.
bool tells_comment_facts(const Url& url);

}  // namespace blogbind
