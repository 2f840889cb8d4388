// Which of the titles that a page bears is the post's.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "net/url.h"

namespace blogbind::extract {

/// All that a page calls itself, as it stands there; what is missing is empty.
struct PageTitles {
    std::vector<std::string> shown;     ///< elements that are named as titles, surest first
    std::vector<std::string> headings;  ///< each <h1>, those in the post first
    std::string in_body{};              ///< the first smaller heading in a body that no <h1> heads
    std::string told;                   ///< og:title and its like
    std::string headline;               ///< JSON-LD
    std::string document;               ///< <title>
    std::string site;                   ///< the site's name
    std::optional<Url> url;
};

/// The title that readers see, without the site's name and without the label above it ("Travel"); what is meant for
/// search engines comes next. Empty if there is none.
std::string page_title(const PageTitles& titles);

}  // namespace blogbind::extract
