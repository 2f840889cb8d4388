// One page of a blog's archive: the posts that it lists, and where the list goes on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "model/page.h"
#include "net/url.h"
#include "source/post_facts.h"

namespace blogbind {

struct ListedPost {
    Url url;
    std::string title;  ///< empty if the list shows none
    std::optional<DateTime> published;
    std::size_t page = 1;  ///< of the archive
};

/// In the order of the page, each address once. Pages ("About") and what stands in sidebars are not posts.
std::vector<ListedPost> listed_posts(const PagePart& part, const Site& site);
/// The page with the posts before these.
std::optional<Url> older_page(const PagePart& part, const Site& site);
/// "Kestrel Coast" of "Category: Kestrel Coast"; the blog's name on its home page.
std::string archive_title(const PagePart& part, const extract::Metadata& metadata);

}  // namespace blogbind
