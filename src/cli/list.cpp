// `list`: the way up to discover.
#include <fmt/format.h>

#include <cstdio>

#include "base/json.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/network.h"
#include "cli/reading.h"

namespace blogbind::cli {
namespace {

Json address(const std::optional<Url>& url) { return url ? Json(url->text()) : Json(); }

Json listing_json(const Listing& listing) {
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
    for (const MissingEntry& entry : listing.missing)
        text += fmt::format("   ?  {}: {}\n", entry.title, entry.reason);
    return text;
}

}  // namespace

int list(const Options& options, Terminal& terminal) {
    Report report;
    const auto sources = detect_all(options);
    if (!sources) return terminal.error(sources.error().message), exit_code(sources.error());
    const auto network = Network::create(options, *sources, terminal);
    if (!network) return terminal.error(network.error().message), exit_code(network.error());
    const auto listing = discover_all(options, *sources, (*network)->fetcher(), report);
    for (const Issue& issue : report.issues()) terminal.issue(issue);
    if (const Status completed = (*network)->complete(); !completed) terminal.error(completed.error().message);
    if (!listing) return terminal.error(listing.error().message), exit_code(listing.error());
    fmt::print("{}", options.json ? json_text(listing_json(*listing)) : listing_text(*listing));
    return success;
}

}  // namespace blogbind::cli
