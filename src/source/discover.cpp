#include "source/discover.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <span>

#include "base/text.h"
#include "extract/extract.h"
#include "extract/page_reading.h"
#include "net/site_copy.h"
#include "series/part_tokens.h"
#include "source/archive.h"
#include "source/comment_facts.h"
#include "source/fetch_page.h"
#include "source/next_walk.h"
#include "source/post_facts.h"
#include "source/readers.h"
#include "source/series_walk.h"

namespace blogbind {
namespace {

using extract::PageKind;

constexpr std::size_t longest_series = 200;

std::string listed_reason(const BlogArchive& archive, const ListedPost& post) {
    const std::string name = archive.title.empty() ? readable(archive.address) : archive.title;
    return "listed on page " + std::to_string(post.page) + " of “" + name + "”";
}

/// Archives list the newest first.
Listing listing_of(const BlogArchive& archive) {
    Listing listing{archive.title, archive.address, "listing", {}, {}};
    for (const ListedPost& post : archive.posts)
        listing.entries.push_back(Entry{post.url, post.title, post.published, series::read_title(post.title).part,
                                        listed_reason(archive, post), std::nullopt});
    std::reverse(listing.entries.begin(), listing.entries.end());
    return listing;
}

/// Hosts' interfaces tell no language; the page that led to one does.
void take_language(const PagePart& page, Listing& listing) {
    const std::string language(trimmed(markup::attribute(page.document.root(), "lang")));
    if (language.empty()) return;
    for (Entry& entry : listing.entries)
        if (entry.given)
            entry.given = [language, read = std::move(entry.given)](Report& report) {
                auto given = read(report);
                if (given && given->language.empty()) given->language = language;
                return given;
            };
}

/// What an address leads to.
class Discovery {
  public:
    Discovery(Fetcher& fetcher, const DiscoverOptions& options, Report& report)
        : fetcher_(fetcher), options_(options), report_(report) {}

    Result<Listing> web_page(const Source& source) {
        if (source.site)
            for (const std::string& damage : source.site->damages())
                report_.add(IssueCode::listing_incomplete, source.path.string(), damage);
        std::optional<std::chrono::sys_seconds> time;
        if (source.copy) time = source.copy->time;
        const auto answer = fetch_answer(*source.url, fetcher_, time);
        if (!answer) return fail(answer.error());
        const Reader* reader = recognised(FileStart(answer->body));
        if (reader_of(source.kind).read_answer != nullptr && reader != &reader_of(source.kind))
            return elsewhere(*answer, source);
        if (reader != nullptr && reader->read_answer != nullptr) return listed_by(*reader, *answer);
        auto part = part_of(*answer, *source.url, PageRole::post, report_, options_.rules);
        if (!part) return fail(part.error());
        const PageKind kind = extract::page_kind(*part);
        if (kind == PageKind::login)
            return fail(ErrorKind::refused,
                        fmt::format("{} {}; a page that you save in your browser can be read", part->url->text(),
                                    extract::description(extract::barrier_of(*part))));
        if (kind == PageKind::error)
            return fail(ErrorKind::not_found, part->url->text() + " is the blog’s “not found” page");
        if (kind == PageKind::listing) return archive(*std::move(part));
        auto facts = read_facts(*part);
        const bool is_index = facts && facts->index && options_.follow != Follow::none;
        if (kind == PageKind::other && !is_index) return unclear_page(*std::move(part));
        if (!facts) return fail(ErrorKind::unreadable, "there is no post at " + part->url->text());
        return post(*std::move(part), *std::move(facts));
    }

  private:
    /// Where the blog's API is, which tells more of comments than pages do, its home page says; lists of pages do not.
    Result<Listing> listed_by(const Reader& reader, const Response& answer) {
        constexpr std::array lists_of_pages{SourceKind::rss, SourceKind::atom, SourceKind::json_feed,
                                            SourceKind::sitemap};
        auto listing = reader.read_answer(answer, {options_, fetcher_, report_});
        const bool lists_pages = std::ranges::find(lists_of_pages, reader.kind) != lists_of_pages.end();
        if (!listing || listing->api || !lists_pages || !options_.wants_comments) return listing;
        const std::optional<Url> home = listing->address ? listing->address : Url::parse(answer.url.origin() + "/");
        if (home->host() != answer.url.host()) return listing;
        Report own;  // what is wrong with that page costs the book nothing
        const auto page = fetch_part(*home, PageRole::post, fetcher_, own);
        if (page) listing->api = wordpress_api(*page);
        return listing;
    }

    /// What the user wants the site to be read from is not at the address itself, but its page may say where.
    Result<Listing> elsewhere(const Response& answer, const Source& source) {
        const Reader& wanted = reader_of(source.kind);
        const auto page = part_of(answer, *source.url, PageRole::post, report_, options_.rules);
        const std::optional<Url> place = page && wanted.found_in != nullptr ? wanted.found_in(*page) : std::nullopt;
        if (!place) return fail(ErrorKind::not_found, fmt::format("{} names no {}", answer.url.text(), wanted.label));
        const auto found = fetch_answer(*place, fetcher_);
        if (!found) return fail(found.error());
        auto listing = wanted.read_answer(*found, {options_, fetcher_, report_});
        if (listing) take_language(*page, *listing);
        if (listing && !listing->api) listing->api = wordpress_api(*page);
        return listing;
    }

    /// Neither a post nor clearly a list: whatever it lists is taken.
    Result<Listing> unclear_page(PagePart part) {
        const std::string address = part.url->text();
        auto listing = archive(std::move(part));
        if (listing) return listing;
        return fail(ErrorKind::unreadable, "there is no post at " + address);
    }

    /// Nothing where the pages list as many posts: then those are read.
    std::optional<Listing> by_interface(const PagePart& part, const Site& site) {
        if (options_.follow == Follow::none) return std::nullopt;
        for (const Reader& reader : readers()) {
            if (reader.choice != Choice::before_pages) continue;
            const std::optional<Url> place = reader.found_in(part);
            if (!place) continue;
            const auto answer = fetch_ok(fetcher_, {.url = *place, .accept = "application/json"});
            if (!answer) continue;
            Report own;
            auto listing = reader.read_answer(*answer, {options_, fetcher_, own});
            const std::size_t shown = listed_posts(part, site).size();
            if (!listing || listing->entries.size() < std::min(shown, options_.max_posts)) continue;
            report_.merge(std::move(own));
            take_language(part, *listing);
            for (Entry& entry : listing->entries) entry.reason += ", which tells more than its pages";
            return *std::move(listing);
        }
        return std::nullopt;
    }

    Result<Listing> archive(PagePart part) {
        Site site;
        site.add(part);
        if (std::optional<Listing> listing = by_interface(part, site)) return *std::move(listing);
        ArchiveLimits limits;
        limits.posts = options_.max_posts;
        limits.rules = options_.rules;
        if (options_.follow == Follow::none) limits.pages = 1;
        const std::string address = part.url->text();
        std::optional<Url> api = wordpress_api(part);
        Listing listing = listing_of(read_archive(std::move(part), site, fetcher_, limits, report_));
        if (listing.entries.empty()) return fail(ErrorKind::unreadable, address + " lists no posts");
        listing.api = std::move(api);
        return listing;
    }

    Result<Listing> post(PagePart part, PostFacts facts) {
        std::optional<Url> api = wordpress_api(part);
        Result<Listing> listing = posts_from(std::move(part), std::move(facts));
        if (listing && !listing->api) listing->api = std::move(api);
        return listing;
    }

    Result<Listing> posts_from(PagePart part, PostFacts facts) {
        const WalkOptions walk{options_.jobs, std::min(options_.max_posts, longest_series), options_.rules};
        switch (options_.follow) {
            case Follow::automatic:
            case Follow::series: return find_series(std::move(part), std::move(facts), fetcher_, walk, report_);
            case Follow::next: return follow_next(std::move(part), std::move(facts), fetcher_, walk, report_);
            case Follow::blog: return whole_blog(std::move(part), facts);
            case Follow::none: break;
        }
        Listing listing{facts.metadata.title, std::nullopt, "post", {}, {}};
        listing.entries.push_back(entry_for(std::move(part), facts.metadata, "the address you gave"));
        return listing;
    }

    Result<Listing> whole_blog(PagePart part, const PostFacts& facts) {
        const auto home = facts.metadata.site_url ? facts.metadata.site_url : Url::parse(part.url->origin() + "/");
        auto first = fetch_part(*home, PageRole::post, fetcher_, report_, options_.rules);
        if (!first) return fail(first.error());
        auto listing = archive(*std::move(first));
        if (!listing) return listing;
        const std::string key = same_page_key(facts.address);
        const auto own = std::find_if(listing->entries.begin(), listing->entries.end(), [&key](const Entry& e) {
            return e.permalink && same_page_key(*e.permalink) == key;
        });
        Entry entry = entry_for(std::move(part), facts.metadata, "the address you gave");
        if (own != listing->entries.end()) {
            own->page = std::move(entry.page);
        } else {
            listing->entries.push_back(std::move(entry));
        }
        return listing;
    }

    Fetcher& fetcher_;
    const DiscoverOptions& options_;
    Report& report_;
};

/// Files belong together; each address is a list of its own, and lists stay in the order in which they were given.
void sort_all(std::vector<Listing>& listings, bool all_local, series::Order order) {
    if (all_local || order != series::Order::automatic) return;
    for (Listing& listing : listings) series::sort_entries(listing.entries, order);
}

std::string common_name(const std::vector<Entry>& entries) {
    if (entries.empty()) return {};
    const series::TitleParts first = series::read_title(entries.front().title);
    if (entries.size() == 1) return entries.front().title;
    const bool one_series = std::all_of(entries.begin(), entries.end(), [&first](const Entry& entry) {
        const series::TitleParts title = series::read_title(entry.title);
        return title.part && series::same_stem(title.stem, first.stem);
    });
    return one_series ? first.name : std::string();
}

/// All sources' posts. What several have is one post: the first source's, with what readers wrote in the others.
class Union {
  public:
    void add(Listing listing) {
        if (all_.title.empty()) all_.title = listing.title;
        if (!all_.address) all_.address = listing.address;
        if (!all_.api) all_.api = listing.api;
        if (all_.source_kind.empty()) all_.source_kind = listing.source_kind;
        for (Entry& entry : listing.entries) add(std::move(entry));
        earlier_.merge(own_);
        earlier_.merge(aliases_);
        own_.clear();
        aliases_.clear();
        std::move(listing.missing.begin(), listing.missing.end(), std::back_inserter(all_.missing));
    }
    Listing take() { return std::move(all_); }

  private:
    using Places = std::map<std::string, std::size_t>;  // of posts, by the keys of their addresses

    static std::optional<std::size_t> found(const Places& places, const Url& url) {
        const auto place = places.find(same_page_key(url));
        return place == places.end() ? std::nullopt : std::optional(place->second);
    }

    /// Other addresses tell only between lists: within one, a feed may give all posts the same.
    [[nodiscard]] std::optional<std::size_t> place_of(const Entry& entry) const {
        std::optional<std::size_t> place;
        if (entry.permalink) place = found(own_, *entry.permalink);
        if (entry.permalink && !place) place = found(earlier_, *entry.permalink);
        for (const Url& alias : entry.aliases)
            if (!place) place = found(earlier_, alias);
        return place;
    }

    void add(Entry entry) {
        const std::optional<std::size_t> known = place_of(entry);
        const std::size_t place = known.value_or(all_.entries.size());
        if (entry.permalink) own_.emplace(same_page_key(*entry.permalink), place);
        for (const Url& alias : entry.aliases) aliases_.emplace(same_page_key(alias), place);
        if (known)
            unite(all_.entries[place], std::move(entry));
        else
            all_.entries.push_back(std::move(entry));
    }

    static void unite(Entry& first, Entry other) {
        const bool tells_more = other.given || other.page || other.page_again;
        if (tells_more && first.reason != other.reason) first.reason += ", and " + other.reason;
        if (other.given) first.elsewhere.push_back(std::move(other.given));
        std::ranges::move(other.elsewhere, std::back_inserter(first.elsewhere));
        if (!first.page && !first.page_again) {
            first.page = std::move(other.page);
            first.page_again = std::move(other.page_again);
        }
        if (!first.published) first.published = other.published;
    }

    Listing all_;
    Places earlier_, own_, aliases_;  // of earlier lists; of the one that is added
};

Listing merged(std::vector<Listing> listings) {
    Union all;
    const bool is_unordered = std::ranges::all_of(listings, &Listing::is_unordered);
    for (Listing& listing : listings) all.add(std::move(listing));
    Listing listing = all.take();
    listing.is_unordered = is_unordered;
    return listing;
}

/// Read by following addresses, whoever answers.
bool is_web(const Source& source) { return is_address(source) || source.site != nullptr; }

/// In the order given. Files that stand side by side go to their readers together.
std::vector<ReadSource> read_all(std::span<const Source> sources, const Reading& reading) {
    Discovery discovery(reading.fetcher, reading.options, reading.report);
    std::vector<ReadSource> all;
    while (!sources.empty()) {
        if (is_web(sources.front())) {
            all.push_back({&sources.front(), discovery.web_page(sources.front())});
            sources = sources.subspan(1);
            continue;
        }
        const auto files = static_cast<std::size_t>(std::ranges::find_if(sources, is_web) - sources.begin());
        std::ranges::move(read_local(sources.first(files), reading), std::back_inserter(all));
        sources = sources.subspan(files);
    }
    return all;
}

std::string name_of(const Source& source) { return source.url ? source.url->text() : source.path.string(); }

}  // namespace

Result<Listing> discover(const std::vector<Source>& sources, Fetcher& fetcher, const DiscoverOptions& options,
                         Report& report) {
    std::vector<Listing> listings;
    std::optional<Error> first_error;
    for (ReadSource& read : read_all(sources, {options, fetcher, report})) {
        if (read.listing) {
            listings.push_back(*std::move(read.listing));
            continue;
        }
        if (!first_error) first_error = read.listing.error();
        if (sources.size() > 1)
            report.add(IssueCode::post_unreachable, name_of(*read.first), read.listing.error().message);
    }
    if (listings.empty()) return fail(first_error.value_or(Error{ErrorKind::usage, "no source was given"}));
    const bool all_local = std::ranges::none_of(sources, is_web);
    sort_all(listings, all_local, options.order);
    Listing listing = merged(std::move(listings));
    if (all_local || options.order != series::Order::automatic) series::sort_entries(listing.entries, options.order);
    if (listing.entries.empty()) return fail(ErrorKind::not_found, "no post was found");
    if (listing.entries.size() > options.max_posts)
        listing.entries.erase(listing.entries.begin() + static_cast<std::ptrdiff_t>(options.max_posts),
                              listing.entries.end());
    if (listing.title.empty()) listing.title = common_name(listing.entries);
    return listing;
}

}  // namespace blogbind
