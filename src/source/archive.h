// A whole archive, page after page, until it ends.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/report.h"
#include "extract/site_rules.h"
#include "net/fetcher.h"
#include "source/archive_page.h"

namespace blogbind {

struct BlogArchive {
    std::string title;
    Url address;
    std::vector<ListedPost> posts;  ///< as listed: newest first on most blogs
    std::size_t pages = 1;
};

struct ArchiveLimits {
    std::size_t pages = 1000;
    std::size_t posts = 5000;
    extract::SiteRules rules{};  ///< the user's
    /// Looks at what is there so far; true if that is enough.
    std::function<bool(const BlogArchive&)> is_enough;
};

/// Goes on from `first` to older pages of the same site. A page that cannot be read ends the walk: listing_incomplete.
BlogArchive read_archive(PagePart first, Site& site, Fetcher& fetcher, const ArchiveLimits& limits, Report& report);

}  // namespace blogbind
