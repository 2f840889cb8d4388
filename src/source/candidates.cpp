#include "source/candidates.h"

#include <algorithm>

#include "base/utf8.h"

namespace blogbind {
namespace {

using series::EvidenceKind;

/// The end of the text counts: "… My next review HERE".
std::string tail(const std::string& text) {
    constexpr std::size_t longest = 60;
    if (character_count(text) <= longest) return text;
    std::size_t from = text.size() - longest;
    while (from < text.size() && text[from] != ' ') ++from;
    return "…" + text.substr(from);
}

std::string reason_for(const series::Evidence& evidence, const std::string& source) {
    switch (evidence.kind) {
        case EvidenceKind::series_box: return "named in the list of parts in " + source;
        case EvidenceKind::index_post: return "index of the series, named in " + source;
        case EvidenceKind::pointer_next:
        case EvidenceKind::pointer_previous: return "“" + tail(evidence.title) + "” in " + source + " leads to it";
        case EvidenceKind::part_title: return "a part of the same series, linked in " + source;
        case EvidenceKind::category:
        case EvidenceKind::navigation:
        case EvidenceKind::mention: break;
    }
    return "the neighbour of " + source;
}

}  // namespace

int Candidate::sum() const {
    int total = 0;
    for (const auto& [kind, weight] : weights) total += weight;
    return total;
}

bool Candidate::is_strong() const {
    constexpr int enough = 7;
    const bool better = std::any_of(weights.begin(), weights.end(), [](const auto& entry) {
        return entry.first != EvidenceKind::navigation && entry.first != EvidenceKind::mention;
    });
    return better && sum() >= enough;
}

bool Candidate::is_pointed_to() const { return has(EvidenceKind::pointer_next) || has(EvidenceKind::pointer_previous); }

void Candidates::add(const series::Evidence& evidence, const std::string& source) {
    if (!evidence.url || evidence.kind == EvidenceKind::category) return;
    // What stands beside a pointer is a sentence, not a title.
    const bool pointer = evidence.kind == EvidenceKind::pointer_next || evidence.kind == EvidenceKind::pointer_previous;
    add(*evidence.url, pointer ? std::string() : evidence.title, evidence.kind, evidence.weight,
        reason_for(evidence, source));
}

void Candidates::add(const Url& url, const std::string& title, EvidenceKind kind, int weight,
                     const std::string& reason) {
    if (is_settled(url)) return;
    const std::string key = same_page_key(url);
    auto known =
        std::find_if(all_.begin(), all_.end(), [&key](const Candidate& c) { return same_page_key(c.url) == key; });
    if (known == all_.end()) {
        all_.push_back(Candidate{url, title, reason, {{kind, weight}}});
        return;
    }
    int strongest = 0;
    for (const auto& [other, value] : known->weights) strongest = std::max(strongest, value);
    if (weight > strongest) known->reason = reason;
    if (!title.empty() && (weight > strongest || known->title.empty())) known->title = title;
    known->weights[kind] = std::max(known->weights[kind], weight);
}

template <class Test>
std::vector<Candidate> Candidates::take(Test test) {
    std::vector<Candidate> taken, left;
    for (Candidate& candidate : all_) {
        if (is_settled(candidate.url)) continue;
        const bool wanted = test(candidate);
        if (wanted) settle(candidate.url);
        (wanted ? taken : left).push_back(std::move(candidate));
    }
    all_ = std::move(left);
    return taken;
}

std::vector<Candidate> Candidates::take_strong() {
    return take([](const Candidate& candidate) { return candidate.is_strong(); });
}

std::vector<Candidate> Candidates::take_neighbours() {
    return take([](const Candidate& candidate) { return candidate.has(EvidenceKind::navigation); });
}

}  // namespace blogbind
