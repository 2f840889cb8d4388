// Posts and comments from a blog's own interface for programs, which answers in JSON, some at a time.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "model/entry.h"
#include "model/given.h"
#include "net/fetcher.h"
#include "source/exported_posts.h"
#include "source/readers.h"

namespace blogbind {

/// What the interface tells of one post or comment, and what was asked to have it.
struct LiveItem {
    Json json;
    std::string record;
    std::optional<std::chrono::sys_seconds> retrieved;
};

/// Some items of a list.
struct Batch {
    Json::Array items;
    std::optional<std::size_t> total;  ///< of the whole list, where that is told and may be relied on
};

/// How a list is asked for.
struct BatchPlan {
    std::size_t most = 100;  ///< items asked for at once
    std::size_t limit = 0;   ///< items wanted in all
    std::function<std::optional<Url>(std::size_t start, std::size_t count)> address;
    /// Nothing if the answer is none of the interface's.
    std::function<std::optional<Batch>(std::string_view answer)> batch;
};

/// Calls `take` for each item in the list's order; it says whether the item is new. A server may give fewer items than
/// it was asked for, and a batch that it fails to give is asked for in smaller pieces, until only the items that it
/// fails over are missing: those are what is returned, by address and reason. A list that cannot be had at all is one
/// failure.
std::vector<Issue> visit_batches(const BatchPlan& plan, Fetcher& fetcher,
                                 const std::function<bool(LiveItem item)>& take);

/// An answer in JSON, whatever it holds.
Result<LiveItem> fetch_json(const std::optional<Url>& url, Fetcher& fetcher);

/// The list in `answer` that is called `list`, with its length if that is told.
std::optional<Batch> batch_in(const Json& answer, std::string_view list, const Json& total = {});

/// "42" of 42 and "42"; empty for anything else.
std::string id_text(const Json& value);
/// A count that is told as a number or in digits.
std::optional<int> count_in(const Json& value);

/// Digest and provenance of what the post was made of.
void take_provenance(const LiveItem& item, Given& given);

/// The listing of a blog whose posts were told by `kind`'s interface at `address`.
Result<Listing> live_listing(ExportedBlog blog, SourceKind kind, const Url& address, std::vector<Issue> failures,
                             const Reading& reading);

}  // namespace blogbind
