// The first half of the way, which bind and extract share: sources to normalised posts.
#pragma once

#include <functional>
#include <vector>

#include "base/report.h"
#include "base/result.h"
#include "cli/options.h"
#include "model/entry.h"
#include "model/post.h"
#include "net/fetcher.h"

namespace blogbind::cli {

Result<std::vector<Source>> detect_all(const Options& options);
/// discover, with what the options say about order and selection.
Result<Listing> discover_all(const Options& options, const std::vector<Source>& sources, Fetcher& fetcher,
                             Report& report);

/// Fetches, extracts and normalises the listing's posts, several at a time; `take` gets each in reading order, as soon
/// as it and all before it are there. The listing has no entries afterwards. Posts that cannot be read are in the report.
void read_posts(Listing& listing, Fetcher& fetcher, const Options& options, Report& report,
                const std::function<void(Post)>& take);

/// The phrases for what is added to this post.
const Phrases& phrases_for(const Post& post, const Options& options);

}  // namespace blogbind::cli
