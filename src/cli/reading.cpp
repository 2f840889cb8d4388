// detect, discover, fetch, extract, normalise.
#include "cli/reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "base/parallel.h"
#include "cli/interruption.h"
#include "extract/extract.h"
#include "net/wayback_fetcher.h"
#include "normalise/normalise.h"
#include "source/comment_facts.h"
#include "source/fetch_page.h"
#include "source/mirror.h"
#include "source/web_archive.h"

namespace blogbind::cli {
namespace {

struct ReadPost {
    std::optional<Post> post;
    Report report;
};

std::string name_of(const Entry& entry) { return entry.permalink ? entry.permalink->text() : entry.title; }

/// One entry's way. A failure costs this post only.
ReadPost read_post(Entry entry, ToldComments* told, Fetcher& fetcher, const Options& options) {
    ReadPost read;
    if (told != nullptr && entry.permalink)
        entry.told_comments = [told, &address = *entry.permalink] { return told->of(address); };
    const std::string name = name_of(entry);
    if (interrupted()) return read;
    Result<Page> page = fetch_page(entry, fetcher, read.report, options.discover.rules);
    if (!page) {
        read.report.add(IssueCode::post_unreachable, name, page.error().message);
        return read;
    }
    Result<Post> post = extract::extract_post(entry, *page, read.report);
    if (!post) {
        read.report.add(IssueCode::post_without_body, name, post.error().message);
        return read;
    }
    if (post->memento) read.report.add(IssueCode::post_rescued, name, rescue_detail(*post->memento));
    normalise::normalise(*post, phrases_for(*post, options), read.report, options.repeated_quotes);
    read.post = *std::move(post);
    return read;
}

/// Which of the user's rules are of use at all.
class RuleUse {
  public:
    void note(const Post& post) {
        for (const AppliedRule& rule : post.explanation.rules) {
            const auto known = std::ranges::find_if(
                rules_, [&](const AppliedRule& each) { return each.host == rule.host && each.name == rule.name; });
            if (known == rules_.end())
                rules_.push_back(rule);
            else
                known->matched = known->matched || rule.matched;
        }
    }
    /// Those that each post should match have been told with it.
    void tell(Report& report) const {
        for (const AppliedRule& rule : rules_)
            if (!rule.matched && !is_for_each_post(rule))
                report.add(IssueCode::rule_unmatched, rule.host,
                           "the rule " + rule.text() + " finds nothing in any post");
    }

  private:
    std::vector<AppliedRule> rules_;
};

/// Each in a place of its own, which is free as soon as the entry is read.
std::vector<std::unique_ptr<Entry>> in_own_places(std::vector<Entry> entries) {
    std::vector<std::unique_ptr<Entry>> places;
    places.reserve(entries.size());
    for (Entry& entry : entries) places.push_back(std::make_unique<Entry>(std::move(entry)));
    return places;
}

}  // namespace

Result<std::vector<Source>> detect_all(const Options& options) {
    std::vector<Source> sources;
    std::optional<Url> url = options.url;
    for (const std::string& argument : options.sources) {
        Result<Source> source = detect(argument, options.from, url);
        if (!source) return fail(source.error());
        if (!is_address(*source)) url.reset();  // --url is the first local source's
        sources.push_back(*std::move(source));
    }
    if (Status opened = open_web_archives(sources); !opened) return fail(opened.error());
    if (Status opened = open_mirrors(sources); !opened) return fail(opened.error());
    return sources;
}

Result<Listing> discover_all(const Options& options, const std::vector<Source>& sources, Fetcher& fetcher,
                             Report& report) {
    DiscoverOptions wanted = options.discover;
    wanted.wants_comments = options.book.comments != compose::Comments::omit;
    Result<Listing> listing = discover(sources, fetcher, wanted, report);
    if (!listing) return listing;
    std::erase_if(listing->entries, [&](const Entry& e) { return !series::may_select(options.selection, e); });
    if (options.reverse) std::reverse(listing->entries.begin(), listing->entries.end());
    if (listing->entries.empty())
        return fail(ErrorKind::not_found, "no post is left after --since, --until, --match and --exclude");
    return listing;
}

void read_posts(Listing& listing, Fetcher& fetcher, const Options& options, Report& report,
                const std::function<void(Post)>& take) {
    std::optional<ToldComments> told;
    if (options.book.comments != compose::Comments::omit) told.emplace(listing, fetcher, options.discover.jobs);
    std::vector<std::unique_ptr<Entry>> entries = in_own_places(std::exchange(listing.entries, {}));
    std::size_t taken = 0;
    RuleUse rules;
    const std::size_t limit = options.selection.max_posts == 0 ? SIZE_MAX : options.selection.max_posts;
    in_order(
        entries.size(), options.discover.jobs,
        [&](std::size_t i) {
            const std::unique_ptr<Entry> entry = std::move(entries[i]);
            return read_post(std::move(*entry), told ? &*told : nullptr, fetcher, options);
        },
        [&](std::size_t, ReadPost read) {
            report.merge(std::move(read.report));
            if (!read.post || taken == limit || !series::selects(options.selection, *read.post)) return;
            ++taken;
            rules.note(*read.post);
            take(*std::move(read.post));
        });
    rules.tell(report);
}

const Phrases& phrases_for(const Post& post, const Options& options) {
    if (!post.language.empty()) return Phrases::in_language(post.language);
    return Phrases::in_language(options.book.language);
}

}  // namespace blogbind::cli
