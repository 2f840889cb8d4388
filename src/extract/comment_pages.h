// Further pages of a post's comments: linked, or implied by the addresses of single comments.
#pragma once

#include <optional>
#include <vector>

#include "markup/body.h"
#include "net/url.h"

namespace blogbind::extract {

struct CommentPages {
    std::vector<Url> pages;      ///< page 1, 2, … without the one that was read
    std::optional<int> current;  ///< the number of the page that was read, where it shows
};
/// `url`: the page's own address. At most 500 pages.
CommentPages comment_pages(const markup::Element& document, const std::optional<Url>& url);

}  // namespace blogbind::extract
