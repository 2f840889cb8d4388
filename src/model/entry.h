// One line of what a source lists: a post that will be read.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/report.h"
#include "base/result.h"
#include "model/page.h"
#include "net/url.h"

namespace blogbind {

/// Where a part stands in its series: "Part B" is label "B", key {2}; "Day 3, Part 2" is key {3, 2}.
struct PartNumber {
    std::string label;
    std::vector<double> key;
    std::optional<int> total;  ///< "2/5"
    friend auto operator<=>(const PartNumber& a, const PartNumber& b) { return a.key <=> b.key; }
    friend bool operator==(const PartNumber& a, const PartNumber& b) { return a.key == b.key; }
};

struct Entry {
    std::optional<Url> permalink;   ///< absolute and unique; nothing for a file without an address
    std::string title;              ///< as listed; empty if the listing had none
    std::optional<DateTime> published;
    std::optional<PartNumber> part;
    std::string reason;             ///< why it is here, for people: "series: named in Part A's list of parts"
    std::optional<Page> page;       ///< what discover has already read; nothing is fetched twice
    /// Reads the page of a file once more: a long listing keeps no pages. Safe to call from several threads at once.
    std::function<Result<Page>()> page_again{};
    /// Reads the post from where the source keeps it (an export's file): entries hold no bodies. Empty for a post that
    /// has a page only. Safe to call from several threads at once.
    std::function<Result<Given>(Report&)> given{};
    /// What the source tells of the post's comments beside its pages; may wait for it. Empty: nothing.
    std::function<std::vector<CommentFacts>()> told_comments{};
    std::vector<Url> aliases{};  ///< other addresses of the post, as far as its source lists them
    /// The same for other sources that have the post, too: its readers' comments may be there.
    std::vector<std::function<Result<Given>(Report&)>> elsewhere{};
};

/// A part that the series names, but that could not be found.
struct MissingEntry {
    std::string title;
    std::optional<Url> url;
    std::string reason;
};

/// All that a source lists, in reading order.
struct Listing {
    std::string title;              ///< of the series or the blog; empty if none is known
    std::optional<Url> address;     ///< of the series or the blog
    std::string source_kind;        ///< "post", "listing", "saved page", "pasted text"
    std::vector<Entry> entries;
    std::vector<MissingEntry> missing;
    bool is_unordered = false;      ///< tells no order: the posts are put in order once they are read
    std::optional<Url> api{};       ///< WordPress's REST API of the blog that is listed, if its pages name it
};

}  // namespace blogbind
