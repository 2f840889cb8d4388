#include "source/post_facts.h"

#include <algorithm>

#include "base/utf8.h"
#include "extract/page_reading.h"

namespace blogbind {
namespace {

/// Host and port without "www.".
std::string host_key(const Url& url) {
    std::string host(url.host());
    if (host.starts_with("www.")) host.erase(0, 4);
    return url.port() < 0 ? host : host + ":" + std::to_string(url.port());
}

/// Some blogs call their home page canonical for every post.
Url address_of(const PagePart& part, const extract::Metadata& metadata) {
    if (!metadata.canonical || !metadata.canonical->is_web()) return part.url->without_fragment();
    const bool home = metadata.canonical->path() == "/" && !metadata.canonical->query() && part.url->path() != "/";
    if (home || host_key(*metadata.canonical) != host_key(*part.url)) return part.url->without_fragment();
    return *metadata.canonical;
}

}  // namespace

std::optional<PostFacts> read_facts(const PagePart& part) {
    if (!part.url) return std::nullopt;
    const auto& article = extract::article_of(part);
    if (!article) return std::nullopt;
    const extract::Metadata& metadata = extract::metadata_of(part);
    PostFacts facts{address_of(part, metadata), {}, series::read_title(metadata.title), {}, {}, {}};
    facts.evidence = series::read_evidence(part, *article, metadata);
    facts.index = series::read_index(part, *article, metadata);
    facts.aliases = metadata.aliases;
    facts.aliases.push_back(*part.url);
    if (part.requested) facts.aliases.push_back(*part.requested);
    facts.metadata = metadata;
    return facts;
}

std::string label_of(const PostFacts& facts) {
    constexpr std::size_t longest_label = 60;
    const std::optional<int> place = facts.title.part ? series::place_of(*facts.title.part) : std::nullopt;
    if (!place) return "“" + shortened(facts.metadata.title, longest_label) + "”";
    return series::part_name(*facts.title.part, *place);
}

Entry entry_for(PagePart part, const extract::Metadata& metadata, std::string reason) {
    Entry entry;
    if (part.url) entry.permalink = address_of(part, metadata);
    entry.aliases = metadata.aliases;
    entry.title = metadata.title;
    entry.published = metadata.published;
    entry.part = series::read_title(metadata.title).part;
    entry.reason = std::move(reason);
    entry.page.emplace();
    entry.page->parts.push_back(std::move(part));
    return entry;
}

void Site::add(const Url& url) {
    if (!has(url)) hosts_.push_back(host_key(url));
}

void Site::add(const PagePart& part) {
    if (part.requested) add(*part.requested);
    if (part.url) add(*part.url);
}

bool Site::has(const Url& url) const {
    return url.is_web() && std::find(hosts_.begin(), hosts_.end(), host_key(url)) != hosts_.end();
}

}  // namespace blogbind
