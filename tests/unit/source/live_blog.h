// A blog whose host's interface a fake server plays.
#pragma once

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "source/discover.h"
#include "support/fake_fetcher.h"

namespace blogbind::tests {

inline const std::string home = "https://harbour.example/";

inline void answer(tests::FakeFetcher& fetcher, const std::string& address, std::string json, int status = 200) {
    fetcher.answer(address, {std::move(json), status, {}, "application/json"});
}

inline Result<Listing> listed(tests::FakeFetcher& fetcher, SourceKind kind, Report& report,
                              DiscoverOptions options = {}, const std::string& address = home) {
    std::vector<Source> sources(1);
    sources.front().kind = kind;
    sources.front().url = Url::parse(address);
    return discover(sources, fetcher, options, report);
}

inline std::string titles(const Result<Listing>& listing) {
    if (!listing) return listing.error().message;
    std::string all;
    for (const Entry& entry : listing->entries) all += entry.title + "|";
    return all;
}

inline Given given_of(const Result<Listing>& listing, std::size_t index, Report& report) {
    REQUIRE(listing);
    REQUIRE(listing->entries.size() > index);
    auto given = listing->entries[index].given(report);
    REQUIRE(given);
    return *std::move(given);
}

/// "id<parent author: text (likes)", one a line; the post's author with a star.
inline std::string told(const Given& given) {
    std::string all;
    for (const Comment& each : given.comments)
        all += fmt::format("{}<{} {}{}: {}{}\n", each.id, each.parent.value_or(""), each.author,
                           each.by_post_author ? "*" : "", collapsed(markup::block_text(each.body.root())),
                           each.likes ? fmt::format(" ({})", *each.likes) : "");
    return all;
}

}  // namespace blogbind::tests
