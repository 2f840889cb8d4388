#include "source/sitemap.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/gzip.h"
#include "base/text.h"
#include "markup/xml_tags.h"
#include "series/part_tokens.h"
#include "source/fetch_page.h"

namespace blogbind {
namespace {

constexpr std::size_t most_sitemaps = 200;
constexpr std::size_t unpacked_limit = 64U << 20;

std::string unpacked(std::string_view bytes, std::size_t limit) {
    if (!bytes.starts_with("\x1f\x8b")) return std::string(bytes.substr(0, limit));
    std::string text;
    Inflater inflater;
    while (!bytes.empty() && text.size() < limit)
        if (inflater.inflate(bytes, text, limit - text.size()) != Inflater::State::more) break;
    return text;
}

struct Location {
    Url url;
    std::optional<DateTime> modified;
};

struct Sitemap {
    std::vector<Location> pages;
    std::vector<Url> sitemaps;
};

Result<Sitemap> parsed(std::string_view bytes) {
    Sitemap sitemap;
    std::optional<Url> location;
    std::optional<DateTime> modified;
    const std::string text = unpacked(bytes, unpacked_limit);
    const Status status = markup::visit_elements(text, [&](std::string_view name, std::string_view value) {
        if (name == "loc" && !location) location = Url::parse(trimmed(value));  // a picture's comes later
        if (name == "lastmod") modified = parse_date(value);
        if (name != "url" && name != "sitemap") return;
        if (location && name == "url") sitemap.pages.push_back({*location, modified});
        if (location && name == "sitemap") sitemap.sitemaps.push_back(*location);
        location.reset(), modified.reset();
    });
    if (!status && sitemap.pages.empty() && sitemap.sitemaps.empty()) return fail(status.error());
    return sitemap;
}

bool names_posts(const Url& url) {
    const std::string name = ascii_lowered(last_path_segment(url));
    return name.find("post") != std::string::npos && name.find("posts-page") == std::string::npos &&  // WordPress's own
           name.find("post_tag") == std::string::npos && name.find("post-tag") == std::string::npos &&
           name.find("format") == std::string::npos;
}

/// Where an index names sitemaps of posts, the others hold terms, writers and pages.
std::vector<Url> of_posts(std::vector<Url> sitemaps) {
    if (std::ranges::any_of(sitemaps, names_posts))
        std::erase_if(sitemaps, [](const Url& url) { return !names_posts(url); });
    return sitemaps;
}

/// Lists, files and forms, by the folders and endings of addresses.
bool is_surely_no_post(const Url& url) {
    constexpr std::array<std::string_view, 16> folders{
        "category", "categories", "tag",    "tags",    "author",   "authors",    "page",       "feed",
        "search",   "label",      "labels", "archive", "archives", "wp-content", "attachment", "product"};
    constexpr std::array<std::string_view, 8> endings{".jpg", ".jpeg", ".png", ".gif", ".pdf", ".xml", ".webp", ".svg"};
    const std::string path = ascii_lowered(url.path());
    if (path == "/" || path.empty()) return true;
    if (std::ranges::any_of(endings, [&](std::string_view ending) { return path.ends_with(ending); })) return true;
    const std::vector<std::string_view> parts = split(path, '/');
    return std::ranges::any_of(
        parts, [&](std::string_view part) { return std::ranges::find(folders, part) != folders.end(); });
}

/// Pages and posts stand side by side; the addresses of posts often bear dates.
void keep_posts(std::vector<Location>& pages, const Url& site) {
    std::erase_if(pages,
                  [&](const Location& page) { return page.url.host() != site.host() || is_surely_no_post(page.url); });
    const auto is_dated = [](const Location& page) { return date_in_path(page.url.path()).has_value(); };
    const auto dated = static_cast<std::size_t>(std::ranges::count_if(pages, is_dated));
    if (dated * 2 > pages.size()) std::erase_if(pages, [&](const Location& page) { return !is_dated(page); });
}

/// What the address says of the day, else when the page was last changed: better than no order.
std::optional<DateTime> time_for_order(const Location& page) {
    const auto day = date_in_path(page.url.path());
    return day ? day : page.modified;
}

/// Oldest first. False if the sitemap does not tell.
bool sort_pages(std::vector<Location>& pages) {
    std::ranges::reverse(pages);  // most list the newest first
    if (!std::ranges::all_of(pages, [](const Location& page) { return time_for_order(page).has_value(); }))
        return false;
    std::ranges::stable_sort(pages, {}, [](const Location& page) { return time_for_order(page)->utc(); });
    return std::ranges::all_of(pages, [](const Location& page) { return date_in_path(page.url.path()).has_value(); });
}

}  // namespace

bool is_sitemap(const FileStart& start) {
    if (start.root() == "urlset" || start.root() == "sitemapindex") return true;
    if (!start.bytes().starts_with("\x1f\x8b")) return false;
    const FileStart inner(unpacked(start.bytes(), FileStart::size));
    return inner.root() == "urlset" || inner.root() == "sitemapindex";
}

Result<Listing> read_sitemap(const Response& answer, const Reading& reading) {
    auto sitemap = parsed(answer.body);
    if (!sitemap) return fail(ErrorKind::unreadable, answer.url.text() + ": " + sitemap.error().message);
    std::vector<Url> waiting = of_posts(std::move(sitemap->sitemaps));
    std::vector<Location> pages = std::move(sitemap->pages);
    for (std::size_t i = 0; i < waiting.size() && i < most_sitemaps && pages.size() < reading.options.max_posts; ++i) {
        const auto child = fetch_answer(waiting[i], reading.fetcher);
        auto read = child ? parsed(child->body) : fail(child.error());
        if (!read) {
            reading.report.add(IssueCode::listing_incomplete, waiting[i].text(), read.error().message);
            continue;
        }
        std::ranges::move(read->pages, std::back_inserter(pages));
        std::ranges::move(of_posts(std::move(read->sitemaps)), std::back_inserter(waiting));
    }
    keep_posts(pages, answer.url);
    const bool is_ordered = sort_pages(pages);
    if (pages.empty()) return fail(ErrorKind::unreadable, answer.url.text() + " lists no posts");
    Listing listing{
        {}, Url::parse(answer.url.origin() + "/"), std::string(reader_of(SourceKind::sitemap).label), {}, {}};
    std::set<std::string> keys;
    for (Location& page : pages) {
        if (!keys.insert(same_page_key(page.url)).second) continue;
        Entry entry;
        entry.published = date_in_path(page.url.path());
        entry.permalink = std::move(page.url);
        entry.reason = "in the site’s map";
        listing.entries.push_back(std::move(entry));
    }
    listing.is_unordered = !is_ordered;
    return listing;
}

Result<Listing> read_sitemap_file(std::span<const Source> sources, const Reading& reading) {
    const Source& source = sources.front();
    const auto sitemap = parsed(source.bytes);
    if (!sitemap) return fail(ErrorKind::unreadable, source.path.string() + ": " + sitemap.error().message);
    std::optional<Url> site = source.url;
    if (!site && !sitemap->pages.empty()) site = sitemap->pages.front().url;
    if (!site && !sitemap->sitemaps.empty()) site = sitemap->sitemaps.front();
    if (!site) return fail(ErrorKind::unreadable, source.path.string() + " lists nothing");
    return read_sitemap(Response{.url = *site, .status = 200, .body = source.bytes}, reading);
}

std::optional<Url> sitemap_of(const PagePart& page) {
    return page.url ? page.url->with_path("/sitemap.xml").without_query() : std::optional<Url>();
}

}  // namespace blogbind
