// What a source lists, in reading order.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/report.h"
#include "base/result.h"
#include "model/entry.h"
#include "net/fetcher.h"
#include "series/order.h"
#include "source/source.h"

namespace blogbind {

enum class Follow { automatic, series, next, blog, none };

struct DiscoverOptions {
    Follow follow = Follow::automatic;
    series::Order order = series::Order::automatic;
    std::size_t max_posts = 5000;
    std::size_t jobs = 6;
};

/// Error: nothing usable in any source. Posts that several sources list are one entry.
Result<Listing> discover(const std::vector<Source>& sources, Fetcher& fetcher, const DiscoverOptions& options,
                         Report& report);

}  // namespace blogbind
