// What a source lists, in reading order.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/report.h"
#include "base/result.h"
#include "extract/site_rules.h"
#include "model/entry.h"
#include "net/fetcher.h"
#include "series/order.h"
#include "source/source.h"

namespace blogbind {

enum class Follow { automatic, series, next, blog, none };

/// What an owner's export holds and visitors never saw, or what is no post: left out unless it is asked for.
struct Inclusion {
    bool drafts = false;  ///< also what waits for review or for its date
    bool private_posts = false;
    bool protected_posts = false;  ///< by a password
    bool trash = false;
    bool pages = false;  ///< "About"; they come by themselves where there are no posts
};

struct DiscoverOptions {
    Follow follow = Follow::automatic;
    series::Order order = series::Order::automatic;
    std::size_t max_posts = 5000;
    std::size_t jobs = 6;
    Inclusion include{};
    extract::SiteRules rules{};  ///< the user's, for pages of some hosts
    std::string ghost_key{};     ///< opens Ghost's API; empty: none
    bool wants_comments = true;  ///< false: nobody need be asked for them
};

/// Error: nothing usable in any source. Posts that several sources list are one entry.
Result<Listing> discover(const std::vector<Source>& sources, Fetcher& fetcher, const DiscoverOptions& options,
                         Report& report);

}  // namespace blogbind
