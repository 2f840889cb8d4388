#include "source/entry_digests.h"

#include <array>
#include <optional>

#include "base/hash.h"
#include "base/json.h"
#include "source/feed.h"
#include "source/feed_atom.h"
#include "source/feed_json.h"
#include "source/feed_rss.h"

namespace blogbind {

namespace {

void add_entries(FeedParser parse, std::string_view body, std::vector<std::string>& digests) {
    Feed feed;
    static_cast<void>(parse(body, std::nullopt, feed));
    for (FeedEntry& entry : feed.entries) digests.push_back(std::move(entry.sha256));
}

void add_listed(std::string_view body, std::vector<std::string>& digests) {
    const Result<Json> list = parse_json(body);
    if (!list || list->array() == nullptr) return;
    for (const Json& post : *list->array()) digests.push_back(sha256_hex(json_line(post)));
}

}  // namespace

std::vector<std::string> entry_digests(std::string_view media_type, std::string_view body) {
    std::vector<std::string> digests;
    if (media_type.find("json") != std::string_view::npos) {
        add_entries(parse_json_feed, body, digests);
        add_listed(body, digests);
    } else if (media_type.find("xml") != std::string_view::npos && media_type.find("html") == std::string_view::npos) {
        for (const FeedParser parse : std::array<FeedParser, 2>{parse_rss, parse_atom})
            add_entries(parse, body, digests);
    }
    return digests;
}

}  // namespace blogbind
