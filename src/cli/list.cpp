// `list`: the way up to discover.
#include <fmt/format.h>

#include <cstdio>

#include "base/json.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/network.h"
#include "cli/reading.h"
#include "extract/bleed.h"
#include "extract/shared_furniture.h"

namespace blogbind::cli {
namespace {

Json address(const std::optional<Url>& url) { return url ? Json(url->text()) : Json(); }

/// What looks as if it had run from one post into another; nothing unless asked for.
struct Check {
    std::vector<Post> posts;
    std::vector<extract::Bleed> bleed;
};

Check check_posts(Listing& listing, Fetcher& fetcher, const Options& options, Report& report) {
    Check check;
    read_posts(listing, fetcher, options, report, [&](Post post) { check.posts.push_back(std::move(post)); });
    extract::drop_shared_furniture(check.posts, report);
    check.bleed = extract::find_bleed(check.posts);
    return check;
}

std::string place_of(const Post& post) { return post.permalink ? post.permalink->text() : post.title; }

Json check_json(const Check& check) {
    Json::Array all;
    for (const extract::Bleed& bleed : check.bleed)
        all.push_back(Json::Object{{"where", place_of(check.posts[bleed.post])},
                                   {"text", bleed.text},
                                   {"posts", bleed.posts},
                                   {"kind", bleed.is_title ? "title" : "text"}});
    return all;
}

std::string check_text(const Check& check) {
    if (check.bleed.empty()) return "No passage stands in several posts.\n";
    std::string text;
    for (const extract::Bleed& bleed : check.bleed)
        text += fmt::format("   !  {}: {}\n", place_of(check.posts[bleed.post]), extract::bleed_detail(bleed));
    return text;
}

Json::Object listing_json(const Listing& listing) {
    Json::Array posts, missing;
    std::size_t position = 0;
    for (const Entry& entry : listing.entries)
        posts.push_back(Json::Object{{"position", ++position},
                                     {"title", entry.title.empty() ? Json() : Json(entry.title)},
                                     {"url", address(entry.permalink)},
                                     {"published", entry.published ? Json(rfc3339(*entry.published)) : Json()},
                                     {"part", entry.part ? Json(entry.part->label) : Json()},
                                     {"reason", entry.reason}});
    for (const MissingEntry& entry : listing.missing)
        missing.push_back(Json::Object{{"title", entry.title}, {"url", address(entry.url)}, {"reason", entry.reason}});
    return Json::Object{{"title", listing.title.empty() ? Json() : Json(listing.title)},
                        {"source_kind", listing.source_kind},
                        {"posts", std::move(posts)},
                        {"missing", std::move(missing)}};
}

std::string listing_text(const Listing& listing) {
    std::string text = listing.title.empty() ? "" : listing.title + "\n";
    std::size_t position = 0;
    for (const Entry& entry : listing.entries) {
        const std::string title = entry.title.empty() ? "(title not known before it is read)" : entry.title;
        text += fmt::format("{:>4}. {}{}\n", ++position, title,
                            entry.published ? fmt::format(" ({})", iso_day(*entry.published)) : "");
        if (entry.permalink) text += fmt::format("      {}\n", entry.permalink->text());
        text += fmt::format("      {}\n", entry.reason);
    }
    for (const MissingEntry& entry : listing.missing) text += fmt::format("   ?  {}: {}\n", entry.title, entry.reason);
    return text;
}

/// The listing's pages are used up by a check.
std::string listed(Listing& listing, Fetcher& fetcher, const Options& options, Report& report) {
    Json::Object json = options.json ? listing_json(listing) : Json::Object{};
    std::string text = options.json ? "" : listing_text(listing);
    if (options.check) {
        const Check check = check_posts(listing, fetcher, options, report);
        if (options.json)
            json.emplace_back("check", check_json(check));
        else
            text += check_text(check);
    }
    return options.json ? json_text(std::move(json)) : text;
}

}  // namespace

int list(const Options& options, Terminal& terminal) {
    Report report;
    const auto sources = detect_all(options);
    if (!sources) return terminal.error(sources.error().message), exit_code(sources.error());
    const auto network = Network::create(options, *sources, terminal);
    if (!network) return terminal.error(network.error().message), exit_code(network.error());
    auto listing = discover_all(options, *sources, (*network)->fetcher(), report);
    std::string text;
    if (listing) text = listed(*listing, (*network)->fetcher(), options, report);
    for (const Issue& issue : report.issues()) terminal.issue(issue);
    if (const Status completed = (*network)->complete(); !completed) terminal.error(completed.error().message);
    if (!listing) return terminal.error(listing.error().message), exit_code(listing.error());
    fmt::print("{}", text);
    return success;
}

}  // namespace blogbind::cli
