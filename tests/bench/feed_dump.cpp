// feed_dump FILE: what is read of a feed, as JSON for a scorer.
#include <array>
#include <cstdio>
#include <string>

#include "base/date.h"
#include "base/file.h"
#include "base/json.h"
#include "source/feed.h"
#include "source/feed_atom.h"
#include "source/feed_json.h"
#include "source/feed_rss.h"

using namespace blogbind;

namespace {

std::size_t told(const Feed& feed) {
    const bool has_fields = !feed.title.empty() || !feed.description.empty() || !feed.language.empty() || feed.home ||
                            !feed.authors.empty();
    return 2 * feed.entries.size() + (has_fields ? 1 : 0);
}

/// By the format of which most is found.
Feed parsed(std::string_view text, const std::optional<Url>& address) {
    Feed best;
    for (const FeedParser parse : std::array<FeedParser, 3>{parse_rss, parse_atom, parse_json_feed}) {
        Feed feed;
        static_cast<void>(parse(text, address, feed));
        if (told(feed) > told(best)) best = std::move(feed);
    }
    return best;
}

std::string address(const std::optional<Url>& url) { return url ? url->text() : std::string(); }
std::string time(const std::optional<DateTime>& time) { return time ? rfc3339_utc(time->utc()) : std::string(); }
std::string first(const std::vector<std::string>& list) { return list.empty() ? std::string() : list.front(); }

Json entry_json(const FeedEntry& entry) {
    return Json::Object{{"title", entry.title},
                        {"link", address(entry.permalink)},
                        {"id", entry.id},
                        {"author", first(entry.authors)},
                        {"author_name", first(entry.authors)},
                        {"summary", entry.summary.empty() ? entry.content : entry.summary},
                        {"content", entry.content},
                        {"published_utc", time(entry.published)},
                        {"updated_utc", time(entry.updated)}};
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const Result<std::string> bytes = read_file(argv[1], 1U << 24);
    if (!bytes) return 4;
    const Feed feed = parsed(*bytes, Url::parse("http://127.0.0.1:8097/feed.xml"));
    Json::Array entries;
    for (const FeedEntry& entry : feed.entries) entries.push_back(entry_json(entry));
    const Json json = Json::Object{{"feed", Json::Object{{"title", feed.title},
                                                         {"link", address(feed.home)},
                                                         {"language", feed.language},
                                                         {"subtitle", feed.description},
                                                         {"summary", feed.description},
                                                         {"rights", feed.licence},
                                                         {"author", first(feed.authors)},
                                                         {"author_name", first(feed.authors)}}},
                                   {"entries", std::move(entries)}};
    std::fputs(json_text(json).c_str(), stdout);
}
