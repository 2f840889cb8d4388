// Posts from WordPress's REST API (https://developer.wordpress.org/rest-api/reference/posts/): whole texts, in pages of
// a hundred.
#pragma once

#include <optional>
#include <span>

#include "base/result.h"
#include "model/entry.h"
#include "source/readers.h"

namespace blogbind {

/// The API's description of itself, or a list of posts.
bool is_wordpress_answer(const FileStart& start);
/// Text, title, date, author and terms are the API's; comments come from the posts' pages, with what the API tells of
/// them. A page of the list that the server fails to give is asked for in smaller pieces, until only the posts that it
/// fails over are missing, and reported.
Result<Listing> read_wordpress_api(const Response& answer, const Reading& reading);
/// Where a page of the blog says that its posts are to be had.
std::optional<Url> wordpress_posts(const PagePart& page);
/// Lists of posts that were saved.
Result<Listing> read_wordpress_answers(std::span<const Source> sources, const Reading& reading);

}  // namespace blogbind
