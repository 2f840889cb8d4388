// feed_dump FILE: what is read of a feed, as JSON for a scorer. The file may name its address, language and encoding in
// a comment at the start, as headers of a server ("Header: Content-Location: https://harbour.example/feed.xml").
#include <array>
#include <cstdio>
#include <string>

#include "base/date.h"
#include "base/file.h"
#include "base/json.h"
#include "base/text.h"
#include "extract/body_cut.h"
#include "markup/xhtml_writer.h"
#include "source/feed.h"
#include "source/feed_atom.h"
#include "source/feed_json.h"
#include "source/feed_rss.h"
#include "source/given_fields.h"

using namespace blogbind;

namespace {

std::size_t told(const Feed& feed) {
    const bool has_fields = !feed.title.text.empty() || !feed.description.text.empty() || !feed.language.empty() ||
                            feed.home || feed.published || feed.updated || !feed.id.empty() ||
                            !feed.rights.text.empty() || !feed.authors.empty();
    return 2 * feed.entries.size() + (has_fields ? 1 : 0);
}

/// By the format of which most is found.
Feed parsed(std::string_view bytes, const FeedOrigin& origin) {
    Feed best;
    for (const FeedParser parse : std::array<FeedParser, 3>{parse_rss, parse_atom, parse_json_feed}) {
        Feed feed;
        static_cast<void>(parse_feed(bytes, origin, parse, feed));
        if (told(feed) > told(best)) best = std::move(feed);
    }
    return best;
}

std::string header(std::string_view bytes, std::string_view name) {
    for (const std::string_view line : split(bytes.substr(0, 1000), '\n')) {
        const std::string text = collapsed(line), start = "Header: " + std::string(name) + ": ";
        if (equals_ignoring_case(text.substr(0, start.size()), start)) return text.substr(start.size());
    }
    return {};
}

FeedOrigin origin_of(std::string_view bytes) {
    const std::string type = header(bytes, "Content-type");
    const std::size_t charset = type.find("charset=");
    const std::optional<Url> location = Url::parse(header(bytes, "Content-Location"));
    return {location ? location : Url::parse("http://127.0.0.1:8097/feed.xml"),
            charset == std::string::npos ? std::string() : type.substr(charset + 8), header(bytes, "Content-Language")};
}

std::string address(const std::optional<Url>& url) { return url ? url->text() : std::string(); }
std::string time(const std::optional<DateTime>& time) { return time ? rfc3339_utc(time->utc()) : std::string(); }
std::string first(const std::vector<std::string>& list) { return list.empty() ? std::string() : list.front(); }

/// As it stands, unless addresses in it are relative.
std::string resolved(const std::string& html, const std::optional<Url>& base) {
    Report report;
    markup::Body body = parsed_content(html, "", report);
    const std::string before = markup::inner_xhtml(body.root());
    if (base) extract::resolve_addresses(body.root(), *base);
    const std::string after = markup::inner_xhtml(body.root());
    return after == before ? html : after;
}

std::string shown(const FeedText& text, const std::optional<Url>& base) {
    return text.is_html ? resolved(text.text, text.base ? text.base : base) : plain(text);
}

Json entry_json(const FeedEntry& entry, const std::optional<Url>& around) {
    const std::optional<Url>& base = entry.base ? entry.base : around;
    return Json::Object{{"title", shown(entry.title, base)},
                        {"link", address(entry.permalink)},
                        {"id", entry.id},
                        {"author", first(entry.authors)},
                        {"author_name", first(entry.authors)},
                        {"rights", shown(entry.rights, base)},
                        {"summary", resolved(entry.summary.empty() ? entry.content : entry.summary, base)},
                        {"content", resolved(entry.content, base)},
                        {"comments_url", address(entry.comments)},
                        {"published_utc", time(entry.published)},
                        {"updated_utc", time(entry.updated)}};
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const Result<std::string> bytes = read_file(argv[1], 1U << 24);
    if (!bytes) return 4;
    const FeedOrigin origin = origin_of(*bytes);
    const Feed feed = parsed(*bytes, origin);
    Json::Array entries;
    for (const FeedEntry& entry : feed.entries) entries.push_back(entry_json(entry, origin.address));
    const std::string description = shown(feed.description, origin.address);
    const Json json = Json::Object{{"feed", Json::Object{{"id", feed.id},
                                                         {"title", shown(feed.title, origin.address)},
                                                         {"link", address(feed.home)},
                                                         {"language", feed.language},
                                                         {"subtitle", description},
                                                         {"summary", description},
                                                         {"rights", shown(feed.rights, origin.address)},
                                                         {"author", first(feed.authors)},
                                                         {"author_name", first(feed.authors)},
                                                         {"published_utc", time(feed.published)},
                                                         {"updated_utc", time(feed.updated)}}},
                                   {"entries", std::move(entries)}};
    std::fputs(json_text(json).c_str(), stdout);
}
