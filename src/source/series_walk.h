// From one part of a series, or from its index, to all the others.
#pragma once

#include <cstddef>

#include "base/report.h"
#include "extract/site_rules.h"
#include "model/entry.h"
#include "net/fetcher.h"
#include "source/post_facts.h"

namespace blogbind {

struct WalkOptions {
    std::size_t jobs = 6;
    std::size_t max_posts = 200;
    extract::SiteRules rules{};  ///< the user's
};

/// `facts` were read from `start`. The entries carry their pages; reading order is left to the caller.
Listing find_series(PagePart start, PostFacts facts, Fetcher& fetcher, const WalkOptions& options, Report& report);

}  // namespace blogbind
