// What a site says of its pages all at once: when each was last changed and commented upon. A handful of requests
// instead of one a post.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/date.h"
#include "net/fetcher.h"

namespace blogbind {

struct PageSignal {
    std::optional<DateTime> modified;   ///< as the site's API or sitemap has it
    std::optional<DateTime> commented;  ///< of its newest comment, among the site's newest
};

struct SiteSignals {
    std::map<std::string, PageSignal> pages;  ///< by same_page_key
    bool tells_changes = false;               ///< an API or a sitemap answered

    [[nodiscard]] const PageSignal* of(const Url& page) const;
};

/// Asks WordPress's REST API (https://developer.wordpress.org/rest-api/reference/posts/), else the sitemap
/// (https://www.sitemaps.org/protocol.html), for changes; the API, else the feed of comments, for comments. What is
/// not there is passed over. Two requests where there is an API, up to six elsewhere.
SiteSignals ask_signals(const Url& site, Fetcher& fetcher);

}  // namespace blogbind
