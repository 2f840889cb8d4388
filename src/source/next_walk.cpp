#include "source/next_walk.h"

#include <set>

#include "extract/extract.h"
#include "source/fetch_page.h"

namespace blogbind {
namespace {

/// A pointer in the text, else the blog's navigation.
std::optional<Url> next_of(const PostFacts& facts) {
    for (const series::Evidence& evidence : facts.evidence)
        if (evidence.kind == series::EvidenceKind::pointer_next) return evidence.url;
    return facts.metadata.next;
}

}  // namespace

Listing follow_next(PagePart start, PostFacts facts, Fetcher& fetcher, const WalkOptions& options, Report& report) {
    Site site;
    site.add(start);
    std::set<std::string> visited;
    Listing listing{facts.title.name, std::nullopt, "post", {}, {}};
    std::string reason = "the address you gave";
    for (;;) {
        for (const Url& alias : facts.aliases) visited.insert(same_page_key(alias));
        visited.insert(same_page_key(facts.address));
        const auto next = next_of(facts);
        const std::string label = label_of(facts);
        listing.entries.push_back(entry_for(std::move(start), facts.metadata, reason));
        if (!next || !site.has(*next) || visited.contains(same_page_key(*next)) ||
            listing.entries.size() >= options.max_posts)
            break;
        auto part = fetch_part(*next, PageRole::post, fetcher, report, options.rules);
        if (!part) {
            listing.missing.push_back(MissingEntry{readable(*next), *next, part.error().message});
            report.add(IssueCode::part_missing, next->text(), part.error().message);
            break;
        }
        auto read = read_facts(*part);
        if (!read || visited.contains(same_page_key(read->address)) ||
            extract::page_kind(*part) != extract::PageKind::post)
            break;
        start = *std::move(part);
        facts = *std::move(read);
        reason = "the next link in " + label + " leads to it";
    }
    return listing;
}

}  // namespace blogbind
