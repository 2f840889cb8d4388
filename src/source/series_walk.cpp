#include "source/series_walk.h"

#include <algorithm>

#include "base/parallel.h"
#include "extract/extract.h"
#include "extract/page_reading.h"
#include "source/archive_search.h"
#include "source/candidates.h"
#include "source/fetch_page.h"
#include "source/missing_entries.h"
#include "source/series_members.h"

namespace blogbind {
namespace {

constexpr std::size_t fetch_limit = 500;  // candidates looked at for one series

struct Fetched {
    Result<PagePart> part;
    Report report;
};

class SeriesWalk {
  public:
    SeriesWalk(PagePart start, PostFacts facts, Fetcher& fetcher, const WalkOptions& options, Report& report)
        : fetcher_(fetcher), options_(options), report_(report), start_(facts.address), members_(facts.title) {
        site_.add(start);
        settle(facts);
        if (facts.index) {
            members_.set_index(facts);
            read_index(facts);
        } else {
            admit(Member{facts, entry_for(std::move(start), facts.metadata, "the address you gave")});
        }
    }

    Listing run() {
        close();
        if (needs_search()) search_archives();
        if (!members_.gaps().empty()) look_at_neighbours();
        return listing();
    }

  private:
    void read_index(const PostFacts& facts) {
        for (const series::Evidence& evidence : facts.index->parts)
            if (evidence.url && site_.has(*evidence.url))
                candidates_.add(evidence, "the index “" + facts.metadata.title + "”");
    }

    /// A table of contents that a part leads to lists other things as well: only titles tell what of it belongs here.
    void read_index_on_the_way(const PostFacts& facts) {
        if (!facts.index->is_mixed) return read_index(facts);
        for (const series::Evidence& evidence : facts.index->parts) {
            const auto title = series::read_title(evidence.title);
            if (evidence.url && site_.has(*evidence.url) && members_.resembles(title, SeriesMembers::Likeness::same))
                candidates_.add(*evidence.url, evidence.title, series::EvidenceKind::part_title, evidence.weight,
                                "a part of the same series, linked in the index “" + facts.metadata.title + "”");
        }
    }

    void settle(const PostFacts& facts) {
        candidates_.settle(facts.address);
        for (const Url& alias : facts.aliases) candidates_.settle(alias);
    }

    void admit(Member member) {
        settle(member.facts);
        const std::string label = label_of(member.facts);
        for (const series::Evidence& evidence : member.facts.evidence)
            if (evidence.url && site_.has(*evidence.url)) candidates_.add(evidence, label);
        members_.add(std::move(member));
    }

    /// Until no member names anything new.
    void close() {
        while (members_.size() < options_.max_posts && fetched_ < fetch_limit) {
            std::vector<Candidate> batch = likely(candidates_.take_strong());
            if (batch.empty()) return;
            visit(std::move(batch));
        }
    }

    std::vector<Candidate> likely(std::vector<Candidate> batch) const {
        std::erase_if(batch, [this](const Candidate& candidate) { return members_.rules_out(candidate); });
        return batch;
    }

    void visit(std::vector<Candidate> batch) {
        if (batch.size() > options_.max_posts)
            batch.erase(batch.begin() + static_cast<std::ptrdiff_t>(options_.max_posts), batch.end());
        fetched_ += batch.size();
        in_order(
            batch.size(), options_.jobs,
            [&](std::size_t i) {
                Report own;
                auto part = fetch_part(batch[i].url, PageRole::post, fetcher_, own, options_.rules);
                return Fetched{std::move(part), std::move(own)};
            },
            [&](std::size_t i, Fetched fetched) { judge(batch[i], std::move(fetched)); });
    }

    void judge(const Candidate& candidate, Fetched fetched) {
        if (!fetched.part) return missing_.note(candidate, fetched.part.error());
        const extract::PageKind kind = extract::page_kind(*fetched.part);
        if (kind == extract::PageKind::login) {
            const extract::Barrier barrier = extract::barrier_of(*fetched.part);
            return missing_.note(candidate, Error{ErrorKind::refused, std::string(extract::description(barrier))});
        }
        auto facts = read_facts(*fetched.part);
        if (facts && facts->index) return read_index_on_the_way(*facts);
        if (!facts || kind != extract::PageKind::post) return;
        if (members_.has(*facts) || members_.size() >= options_.max_posts || !members_.accepts(candidate, *facts))
            return;
        site_.add(*fetched.part);
        report_.merge(std::move(fetched.report));
        Entry entry = entry_for(*std::move(fetched.part), facts->metadata, candidate.reason);
        if (!entry.part) entry.part = series::read_title(candidate.title).part;
        admit(Member{*std::move(facts), std::move(entry)});
    }

    bool needs_search() const { return members_.is_numbered() && !members_.has_index() && !members_.is_complete(); }

    void search_archives() {
        for (const Url& url : archives_to_search(members_, site_, start_)) {
            const auto archive = searched_archive(url, members_, site_, fetcher_);
            if (!archive) continue;
            for (const auto likeness : {SeriesMembers::Likeness::same, SeriesMembers::Likeness::similar}) {
                propose(*archive, members_, likeness, candidates_);
                close();
            }
            if (members_.is_complete()) return;
        }
    }

    /// The last resort: neighbours by date whose links tell no title.
    void look_at_neighbours() {
        visit(likely(candidates_.take_neighbours()));
        close();
    }

    Listing listing() {
        Listing listing;
        listing.title = members_.name();
        listing.source_kind = "post";
        listing.address = members_.has_index() ? start_ : members_.category();
        listing.missing = missing_.tell(members_, start_, report_);
        for (Member& member : members_.take()) listing.entries.push_back(std::move(member.entry));
        return listing;
    }

    Fetcher& fetcher_;
    const WalkOptions& options_;
    Report& report_;
    Url start_;
    Site site_;
    Candidates candidates_;
    SeriesMembers members_;
    MissingEntries missing_;
    std::size_t fetched_ = 0;
};

}  // namespace

Listing find_series(PagePart start, PostFacts facts, Fetcher& fetcher, const WalkOptions& options, Report& report) {
    return SeriesWalk(std::move(start), std::move(facts), fetcher, options, report).run();
}

}  // namespace blogbind
