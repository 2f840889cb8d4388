#include "source/site_signals.h"

#include <vector>

#include "base/json.h"
#include "base/text.h"
#include "markup/xml_tags.h"

namespace blogbind {

namespace {

constexpr std::size_t most_child_sitemaps = 3;
constexpr std::string_view posts_path = "wp-json/wp/v2/posts?per_page=100&orderby=modified&_fields=link,modified_gmt";
constexpr std::string_view comments_path = "wp-json/wp/v2/comments?per_page=100&_fields=link,date_gmt";

std::optional<std::string> text_at(const Url& url, Fetcher& fetcher) {
    Result<Response> response =
        fetch_ok(fetcher, {.url = url, .accept = "application/json,application/xml;q=0.9,*/*;q=0.5"});
    return response ? std::optional(std::move(response->body)) : std::nullopt;
}

std::optional<std::string> text_at(const Url& site, std::string_view path, Fetcher& fetcher) {
    const std::optional<Url> url = site.resolve(path);
    return url ? text_at(*url, fetcher) : std::nullopt;
}

void keep_newest(std::optional<DateTime>& known, const std::optional<DateTime>& time) {
    if (time && (!known || known->utc() < time->utc())) known = time;
}

/// WordPress gives times in UTC without saying so.
std::optional<DateTime> utc_time(std::string_view text) {
    std::optional<DateTime> time = parse_date(text);
    if (time && !time->offset) time->offset = std::chrono::minutes{0};
    return time;
}

bool read_api(const std::optional<std::string>& text, std::string_view member,
              std::optional<DateTime> PageSignal::*signal, SiteSignals& signals) {
    const Result<Json> json = text ? parse_json(*text) : fail(ErrorKind::not_found, "");
    if (!json || json->array() == nullptr) return false;
    for (const Json& item : *json->array())
        if (const std::optional<Url> link = Url::parse(item.text("link")))
            keep_newest(signals.pages[same_page_key(*link)].*signal, utc_time(item.text(member)));
    return true;
}

struct Sitemap {
    bool is_readable = false;
    std::vector<Url> children;  ///< other sitemaps
};

Sitemap read_sitemap(const std::optional<std::string>& text, SiteSignals& signals) {
    Sitemap sitemap;
    if (!text) return sitemap;
    std::optional<Url> location;
    std::optional<DateTime> modified;
    const Status status = markup::visit_elements(*text, [&](std::string_view name, std::string_view value) {
        if (name == "loc" && !location) location = Url::parse(value);  // a picture's comes later
        if (name == "lastmod") modified = parse_date(value);
        if (name != "url" && name != "sitemap") return;
        if (location && name == "url") keep_newest(signals.pages[same_page_key(*location)].modified, modified);
        if (location && name == "sitemap") sitemap.children.push_back(*location);
        location.reset(), modified.reset();
    });
    sitemap.is_readable = status.has_value();
    return sitemap;
}

bool ask_sitemap(const Url& site, Fetcher& fetcher, SiteSignals& signals) {
    const Sitemap sitemap = read_sitemap(text_at(site, "/sitemap.xml", fetcher), signals);
    std::size_t asked = 0;
    for (const Url& child : sitemap.children) {
        const bool is_of_posts = child.path().find("post") != std::string::npos || sitemap.children.size() == 1;
        if (!is_of_posts || asked == most_child_sitemaps) continue;
        ++asked;
        read_sitemap(text_at(child, fetcher), signals);
    }
    return sitemap.is_readable;
}

void read_comment_feed(const std::optional<std::string>& text, SiteSignals& signals) {
    if (!text) return;
    std::optional<Url> link;
    std::optional<DateTime> time;
    (void)markup::visit_elements(*text, [&](std::string_view name, std::string_view value) {
        if (name == "link") link = Url::parse(value);
        if (name == "pubDate") time = parse_date(value);
        if (name != "item") return;
        if (link) keep_newest(signals.pages[same_page_key(*link)].commented, time);
        link.reset(), time.reset();
    });
}

}  // namespace

const PageSignal* SiteSignals::of(const Url& page) const {
    const auto known = pages.find(same_page_key(page));
    return known == pages.end() ? nullptr : &known->second;
}

SiteSignals ask_signals(const Url& site, Fetcher& fetcher) {
    SiteSignals signals;
    const Url root = site.with_path("/");
    const bool has_api = read_api(text_at(root, posts_path, fetcher), "modified_gmt", &PageSignal::modified, signals);
    signals.tells_changes = has_api || ask_sitemap(root, fetcher, signals);
    const bool has_comments =
        has_api && read_api(text_at(root, comments_path, fetcher), "date_gmt", &PageSignal::commented, signals);
    if (!has_comments) read_comment_feed(text_at(root, "/comments/feed/", fetcher), signals);
    return signals;
}

}  // namespace blogbind
