#include "source/missing_entries.h"

#include <algorithm>

namespace blogbind {

using series::EvidenceKind;

void MissingEntries::note(const Candidate& candidate, const Error& error) {
    const bool sure =
        candidate.has(EvidenceKind::series_box) || candidate.is_pointed_to() || candidate.has(EvidenceKind::part_title);
    if (!sure) return;
    const std::string title = candidate.title.empty() ? readable(candidate.url) : candidate.title;
    all_.push_back(MissingEntry{title, candidate.url, error.message});
}

std::vector<MissingEntry> MissingEntries::tell(const SeriesMembers& members, const Url& start, Report& report) {
    for (int gap : members.gaps()) {
        const std::string part = members.part_label(gap);
        const auto names_it = [&part](const MissingEntry& entry) {
            return entry.title.find(part) != std::string::npos;
        };
        if (std::none_of(all_.begin(), all_.end(), names_it))
            all_.push_back(MissingEntry{members.part_title(gap), std::nullopt,
                                        "neither linked from the other parts nor listed on the blog"});
    }
    for (const MissingEntry& entry : all_)
        if (entry.url)
            report.add(IssueCode::part_missing, entry.url->text(), entry.reason + " (“" + entry.title + "”)");
        else
            report.add(IssueCode::part_missing, start.text(), "“" + entry.title + "” is " + entry.reason);
    return std::move(all_);
}

}  // namespace blogbind
