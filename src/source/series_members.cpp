#include "source/series_members.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"
#include "source/part_gaps.h"

namespace blogbind {
namespace {

using series::EvidenceKind;

bool have_common_author(const PostFacts& a, const PostFacts& b) {
    if (a.metadata.authors.empty() || b.metadata.authors.empty()) return true;
    return std::any_of(a.metadata.authors.begin(), a.metadata.authors.end(), [&b](const std::string& author) {
        return std::find(b.metadata.authors.begin(), b.metadata.authors.end(), author) != b.metadata.authors.end();
    });
}

}  // namespace

void SeriesMembers::set_index(const PostFacts& index) {
    index_title_ = index.metadata.title;
    author_ = index;
    are_all_listed_ = index.index->is_mixed;
    if (are_all_listed_) return;
    for (const series::Evidence& evidence : index.index->parts)
        if (const auto title = series::read_title(evidence.title); title.part && !title.stem.empty()) title_ = title;
}

void SeriesMembers::add(Member member) {
    if (!title_.part && member.facts.title.part && all_.empty() && !are_all_listed_) title_ = member.facts.title;
    if (!author_) author_ = member.facts;
    all_.push_back(std::move(member));
}

bool SeriesMembers::is_no_series() const {
    const auto names_a_part = [](const series::Evidence& evidence) {
        return evidence.kind == EvidenceKind::mention || evidence.kind == EvidenceKind::pointer_next ||
               evidence.kind == EvidenceKind::pointer_previous || evidence.kind == EvidenceKind::series_box;
    };
    return size() == 1 && title_.is_bare && std::ranges::none_of(all_.front().facts.evidence, names_a_part);
}

std::vector<Member> SeriesMembers::take() {
    if (is_no_series()) all_.front().entry.part.reset();
    return std::move(all_);
}

std::vector<int> SeriesMembers::gaps() const {
    if (is_no_series()) return {};
    std::vector<const Entry*> entries;
    std::vector<const series::Evidence*> mentions;
    for (const Member& member : all_) {
        entries.push_back(&member.entry);
        for (const series::Evidence& evidence : member.facts.evidence)
            if (evidence.kind == EvidenceKind::mention) mentions.push_back(&evidence);
    }
    return missing_parts(entries, mentions);
}

bool SeriesMembers::rules_out(const Candidate& candidate) const {
    if (are_all_listed_) return !candidate.has(EvidenceKind::series_box);
    if (candidate.is_pointed_to() || candidate.has(EvidenceKind::series_box)) return false;
    const series::TitleParts title = series::read_title(candidate.title);
    if (!title.part || title.stem.empty() || title_.stem.empty()) return false;
    return !series::same_stem(title.stem, title_.stem) && !candidate.has(EvidenceKind::index_post);
}

bool SeriesMembers::accepts(const Candidate& candidate, const PostFacts& facts) const {
    const bool listed = candidate.has(EvidenceKind::series_box);
    if (are_all_listed_) return listed;
    if (!listed && author_ && !have_common_author(*author_, facts)) return false;
    const bool same = series::same_stem(facts.title.stem, title_.stem);
    if (facts.title.part && same) return true;
    if (facts.title.part && title_.part && !facts.title.stem.empty() && !title_.stem.empty()) return false;
    if (listed) return true;
    if (title_.part) return same && candidate.is_pointed_to();
    constexpr double some_words = 0.3;
    return candidate.is_pointed_to() &&
           (series::stem_overlap(facts.title.stem, title_.stem) >= some_words || is_pointed_to_by(facts));
}

bool SeriesMembers::resembles(const series::TitleParts& title, Likeness likeness) const {
    if (!title.part) return false;
    if (likeness == Likeness::same) return !title.stem.empty() && title.stem == title_.stem;
    const auto has_place = [&title](const Member& m) { return m.entry.part && *m.entry.part == *title.part; };
    return series::same_stem(title.stem, title_.stem) && std::none_of(all_.begin(), all_.end(), has_place);
}

std::string SeriesMembers::name() const {
    if (title_.part && !title_.name.empty() && !is_no_series()) return title_.name;
    if (index_title_) return *index_title_;
    for (const Member& member : all_)
        for (const series::Evidence& evidence : member.facts.evidence)
            if (size() > 1 && !evidence.list_name.empty()) return evidence.list_name;
    return all_.empty() ? std::string() : all_.front().entry.title;
}

std::string SeriesMembers::part_label(int place) const {
    const auto model = std::find_if(all_.begin(), all_.end(), [](const Member& m) { return m.entry.part.has_value(); });
    return series::part_name(model == all_.end() ? PartNumber{} : *model->entry.part, place);
}

std::string SeriesMembers::part_title(int place) const {
    return title_.name.empty() ? part_label(place) : title_.name + " – " + part_label(place);
}

std::optional<Url> SeriesMembers::category() const {
    const std::string wanted = slug(title_.name);
    if (wanted.empty()) return std::nullopt;
    for (const Member& member : all_)
        for (const Url& url : member.facts.metadata.category_urls)
            if (slug(last_path_segment(url)) == wanted) return url;
    return std::nullopt;
}

bool SeriesMembers::has(const Url& address) const {
    const std::string key = same_page_key(address);
    return std::any_of(all_.begin(), all_.end(),
                       [&key](const Member& m) { return same_page_key(m.facts.address) == key; });
}

/// The post's own text leads to one of the members.
bool SeriesMembers::is_pointed_to_by(const PostFacts& facts) const {
    return std::any_of(facts.evidence.begin(), facts.evidence.end(), [this](const series::Evidence& evidence) {
        const bool pointer =
            evidence.kind == EvidenceKind::pointer_next || evidence.kind == EvidenceKind::pointer_previous;
        return pointer && evidence.url && has(*evidence.url);
    });
}

}  // namespace blogbind
