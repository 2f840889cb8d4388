#include "source/series_walk.h"

#include <algorithm>
#include <set>

#include "base/parallel.h"
#include "base/text.h"
#include "base/utf8.h"
#include "extract/extract.h"
#include "series/order.h"
#include "source/archive.h"
#include "source/candidates.h"
#include "source/fetch_page.h"
#include "source/part_gaps.h"

namespace blogbind {
namespace {

using series::EvidenceKind;

constexpr std::size_t fetch_limit = 500;   // candidates looked at for one series
constexpr std::size_t archive_pages = 20;  // of one category, when parts are searched for
constexpr std::size_t searched_archives = 3;

struct Member {
    PostFacts facts;
    Entry entry;
};

struct Fetched {
    Result<PagePart> part;
    Report report;
};

bool have_common_author(const PostFacts& a, const PostFacts& b) {
    if (a.metadata.authors.empty() || b.metadata.authors.empty()) return true;
    return std::any_of(a.metadata.authors.begin(), a.metadata.authors.end(), [&b](const std::string& author) {
        return std::find(b.metadata.authors.begin(), b.metadata.authors.end(), author) != b.metadata.authors.end();
    });
}

std::string label_of(const PostFacts& facts) {
    if (!facts.title.part) return "“" + shortened(facts.metadata.title, 60) + "”";
    return series::part_name(*facts.title.part, static_cast<int>(facts.title.part->key[0]));
}

class SeriesWalk {
  public:
    SeriesWalk(PagePart start, PostFacts facts, Fetcher& fetcher, const WalkOptions& options, Report& report)
        : fetcher_(fetcher), options_(options), report_(report), start_(facts.address), series_(facts.title) {
        site_.add(start);
        begin(std::move(start), std::move(facts));
    }

    Listing run() {
        close();
        if (needs_search()) search_archives();
        if (!missing().empty()) look_at_neighbours();
        return listing();
    }

  private:
    /// An index is evidence, but no part.
    void begin(PagePart start, PostFacts facts) {
        settle(facts);
        if (facts.index) return begin_with_index(facts);
        admit(Member{facts, entry_for(std::move(start), facts.metadata, "the address you gave")});
    }

    void begin_with_index(const PostFacts& facts) {
        from_index_ = true;
        index_title_ = facts.metadata.title;
        authors_ = facts;
        read_index(facts);
        for (const series::Evidence& evidence : facts.index->parts)
            if (const auto title = series::read_title(evidence.title); title.part && !title.stem.empty())
                series_ = title;
    }

    void read_index(const PostFacts& facts) {
        for (const series::Evidence& evidence : facts.index->parts)
            if (evidence.url && site_.has(*evidence.url))
                candidates_.add(evidence, "the index “" + facts.metadata.title + "”");
    }

    void settle(const PostFacts& facts) {
        candidates_.settle(facts.address);
        for (const Url& alias : facts.aliases) candidates_.settle(alias);
    }

    void admit(Member member) {
        settle(member.facts);
        if (!series_.part && member.facts.title.part && members_.empty()) series_ = member.facts.title;
        if (!authors_) authors_ = member.facts;
        const std::string label = label_of(member.facts);
        for (const series::Evidence& evidence : member.facts.evidence)
            if (evidence.url && site_.has(*evidence.url)) candidates_.add(evidence, label);
        members_.push_back(std::move(member));
    }

    /// Until no member names anything new.
    void close() {
        while (members_.size() < options_.max_posts && fetched_ < fetch_limit) {
            std::vector<Candidate> batch = candidates_.take_strong();
            std::erase_if(batch, [this](const Candidate& candidate) { return is_hopeless(candidate); });
            if (batch.empty()) return;
            visit(std::move(batch));
        }
    }

    /// Its own title says that it is a part of something else.
    bool is_hopeless(const Candidate& candidate) const {
        if (candidate.is_pointed_to() || candidate.has(EvidenceKind::series_box)) return false;
        const series::TitleParts title = series::read_title(candidate.title);
        if (!title.part || title.stem.empty() || series_.stem.empty()) return false;
        return !series::same_stem(title.stem, series_.stem) && !candidate.has(EvidenceKind::index_post);
    }

    void visit(std::vector<Candidate> batch) {
        if (batch.size() > options_.max_posts)
            batch.erase(batch.begin() + static_cast<std::ptrdiff_t>(options_.max_posts), batch.end());
        fetched_ += batch.size();
        in_order(
            batch.size(), options_.jobs,
            [&](std::size_t i) {
                Report own;
                auto part = fetch_part(batch[i].url, PageRole::post, fetcher_, own);
                return Fetched{std::move(part), std::move(own)};
            },
            [&](std::size_t i, Fetched fetched) { judge(batch[i], std::move(fetched)); });
    }

    void judge(const Candidate& candidate, Fetched fetched) {
        if (!fetched.part) return note_unreachable(candidate, fetched.part.error());
        const extract::PageKind kind = extract::page_kind(*fetched.part);
        auto facts = read_facts(*fetched.part);
        if (facts && facts->index && kind != extract::PageKind::login) return read_index(*facts);
        if (!facts || kind != extract::PageKind::post) {
            if (kind == extract::PageKind::login)
                note_unreachable(candidate, Error{ErrorKind::refused, "asks for a password"});
            return;
        }
        if (is_known(*facts) || members_.size() >= options_.max_posts || !accepts(candidate, *facts)) return;
        site_.add(*fetched.part);
        report_.merge(std::move(fetched.report));
        Entry entry = entry_for(*std::move(fetched.part), facts->metadata, candidate.reason);
        if (!entry.part) entry.part = series::read_title(candidate.title).part;
        admit(Member{*std::move(facts), std::move(entry)});
    }

    bool is_known(const PostFacts& facts) const {
        const std::string key = same_page_key(facts.address);
        return std::any_of(members_.begin(), members_.end(),
                           [&key](const Member& m) { return same_page_key(m.facts.address) == key; });
    }

    bool accepts(const Candidate& candidate, const PostFacts& facts) const {
        const bool listed = candidate.has(EvidenceKind::series_box);
        if (!listed && authors_ && !have_common_author(*authors_, facts)) return false;
        const bool same = series::same_stem(facts.title.stem, series_.stem);
        if (facts.title.part && same) return true;
        if (facts.title.part && series_.part && !facts.title.stem.empty() && !series_.stem.empty()) return false;
        if (listed) return true;
        if (series_.part) return same && candidate.is_pointed_to();
        return candidate.is_pointed_to() &&
               (series::stem_overlap(facts.title.stem, series_.stem) >= 0.3 || points_back(facts));
    }

    /// The post's own text leads to one of the members.
    bool points_back(const PostFacts& facts) const {
        return std::any_of(facts.evidence.begin(), facts.evidence.end(), [this](const series::Evidence& evidence) {
            const bool pointer =
                evidence.kind == EvidenceKind::pointer_next || evidence.kind == EvidenceKind::pointer_previous;
            if (!pointer || !evidence.url) return false;
            const std::string key = same_page_key(*evidence.url);
            return std::any_of(members_.begin(), members_.end(),
                               [&key](const Member& m) { return same_page_key(m.facts.address) == key; });
        });
    }

    void note_unreachable(const Candidate& candidate, const Error& error) {
        const bool sure = candidate.has(EvidenceKind::series_box) || candidate.is_pointed_to() ||
                          candidate.has(EvidenceKind::part_title);
        if (!sure) return;
        const std::string title = candidate.title.empty() ? readable(candidate.url) : candidate.title;
        unreachable_.push_back(MissingEntry{title, candidate.url, error.message});
    }

    std::vector<const Entry*> entries() const {
        std::vector<const Entry*> all;
        for (const Member& member : members_) all.push_back(&member.entry);
        return all;
    }

    std::vector<int> missing() const {
        std::vector<const series::Evidence*> mentions;
        for (const Member& member : members_)
            for (const series::Evidence& evidence : member.facts.evidence)
                if (evidence.kind == EvidenceKind::mention) mentions.push_back(&evidence);
        return missing_parts(entries(), mentions);
    }

    bool needs_search() const { return series_.part && !from_index_ && (members_.size() == 1 || !missing().empty()); }
    bool is_settled() const { return members_.size() > 1 && missing().empty(); }

    void search_archives() {
        std::vector<Url> archives;
        for (const Member& member : members_)
            for (const Url& url : member.facts.metadata.category_urls)
                if (std::find(archives.begin(), archives.end(), url) == archives.end() && site_.has(url))
                    archives.push_back(url);
        if (archives.size() > searched_archives) archives.resize(searched_archives, start_);
        const auto& home = members_.front().facts.metadata.site_url;
        if (const auto url = home && site_.has(*home) ? home : Url::parse(start_.origin() + "/"))
            archives.push_back(*url);
        for (const Url& url : archives) {
            search_archive(url);
            if (is_settled()) return;
        }
    }

    void search_archive(const Url& url) {
        Report own;  // an archive that cannot be read is no loss: it was only one place to look
        auto first = fetch_part(url, PageRole::post, fetcher_, own);
        if (!first || !site_.has(*first->url)) return;
        ArchiveLimits limits;
        limits.pages = archive_pages;
        limits.is_enough = [this](const Archive& archive) { return !missing().empty() && has_all_missing(archive); };
        const Archive archive = read_archive(*std::move(first), site_, fetcher_, limits, own);
        const bool is_home = archive.address.path() == "/";
        const std::string where = is_home ? "on the blog’s list of posts" : "in the category “" + archive.title + "”";
        propose(archive, where, Match::exact);
        close();
        propose(archive, where, Match::similar);
        close();
    }

    enum class Match { exact, similar };
    bool belongs(const series::TitleParts& title, Match match) const {
        if (!title.part) return false;
        if (match == Match::exact) return !title.stem.empty() && title.stem == series_.stem;
        const auto taken = [&title](const Member& m) { return m.entry.part && *m.entry.part == *title.part; };
        return series::same_stem(title.stem, series_.stem) && std::none_of(members_.begin(), members_.end(), taken);
    }

    void propose(const Archive& archive, const std::string& where, Match match) {
        constexpr int part_in_archive = 12;  // a part title, and a category in common
        for (const ListedPost& post : archive.posts)
            if (belongs(series::read_title(post.title), match))
                candidates_.add(post.url, post.title, EvidenceKind::part_title, part_in_archive,
                                "same series " + where);
    }

    bool has_all_missing(const Archive& archive) const {
        const std::vector<int> gaps = missing();
        return std::all_of(gaps.begin(), gaps.end(), [&](int gap) {
            return std::any_of(archive.posts.begin(), archive.posts.end(), [&](const ListedPost& post) {
                const series::TitleParts title = series::read_title(post.title);
                return belongs(title, Match::exact) && static_cast<int>(title.part->key[0]) == gap;
            });
        });
    }

    /// The last resort: neighbours by date whose links tell no title.
    void look_at_neighbours() {
        std::vector<Candidate> batch = candidates_.take_neighbours();
        std::erase_if(batch, [this](const Candidate& candidate) { return is_hopeless(candidate); });
        visit(std::move(batch));
        close();
    }

    std::string name() const {
        if (series_.part && !series_.name.empty()) return series_.name;
        if (from_index_) return index_title_;
        for (const Member& member : members_)
            for (const series::Evidence& evidence : member.facts.evidence)
                if (members_.size() > 1 && !evidence.list_name.empty()) return evidence.list_name;
        return members_.empty() ? std::string() : members_.front().entry.title;
    }

    /// The category that is named like the series; else nothing.
    std::optional<Url> series_address() const {
        const std::string wanted = slug(series_.name);
        for (const Member& member : members_)
            for (const Url& url : member.facts.metadata.category_urls)
                if (!wanted.empty() && slug(last_path_segment(url)) == wanted) return url;
        return std::nullopt;
    }

    Listing listing() {
        Listing listing;
        listing.title = name();
        listing.source_kind = "post";
        listing.address = from_index_ ? start_ : series_address();
        report_missing(listing);
        for (Member& member : members_) listing.entries.push_back(std::move(member.entry));
        return listing;
    }

    void report_missing(Listing& listing) {
        for (MissingEntry& entry : unreachable_) listing.missing.push_back(std::move(entry));
        const std::vector<int> gaps = missing();
        if (!gaps.empty()) {
            const auto model = std::find_if(members_.begin(), members_.end(),
                                            [](const Member& m) { return m.entry.part.has_value(); });
            for (int gap : gaps) {
                const std::string part = series::part_name(*model->entry.part, gap);
                const auto is_named = [&](const MissingEntry& e) { return e.title.find(part) != std::string::npos; };
                if (std::any_of(listing.missing.begin(), listing.missing.end(), is_named)) continue;
                listing.missing.push_back(MissingEntry{series_.name.empty() ? part : series_.name + " – " + part,
                                                       std::nullopt,
                                                       "neither linked from the other parts nor listed on the blog"});
            }
        }
        for (const MissingEntry& entry : listing.missing)
            report_.add(IssueCode::part_missing, entry.url ? entry.url->text() : start_.text(),
                        entry.title + ": " + entry.reason);
    }

    Fetcher& fetcher_;
    const WalkOptions& options_;
    Report& report_;
    Url start_;
    series::TitleParts series_;
    Site site_;
    Candidates candidates_;
    std::vector<Member> members_;
    std::vector<MissingEntry> unreachable_;
    std::optional<PostFacts> authors_;  // whose posts they are
    std::string index_title_;
    bool from_index_ = false;
    std::size_t fetched_ = 0;
};

/// A pointer in the text, else the blog's navigation.
std::optional<Url> next_of(const PostFacts& facts) {
    for (const series::Evidence& evidence : facts.evidence)
        if (evidence.kind == EvidenceKind::pointer_next) return evidence.url;
    return facts.metadata.next;
}

}  // namespace

Listing find_series(PagePart start, PostFacts facts, Fetcher& fetcher, const WalkOptions& options, Report& report) {
    return SeriesWalk(std::move(start), std::move(facts), fetcher, options, report).run();
}

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
        auto part = fetch_part(*next, PageRole::post, fetcher, report);
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
