#include "base/report.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.h"

namespace blogbind {

namespace {

struct IssueKind {
    IssueCode code;
    std::string_view name;
    Severity severity;
    std::string_view remedy;  ///< what was done about it, as the sentence goes on
};

/// In the order of the enumerators. Errors cost the reader a post, warnings a part of one, notes nothing of value.
constexpr std::array<IssueKind, issue_code_count> kinds{{
    {IssueCode::post_unreachable, "post_unreachable", Severity::error, "; the post was left out"},
    {IssueCode::post_without_body, "post_without_body", Severity::error, "; the page was left out"},
    {IssueCode::part_missing, "part_missing", Severity::warning, "; the book goes on without it"},
    {IssueCode::listing_incomplete, "listing_incomplete", Severity::warning, "; posts may be missing"},
    {IssueCode::comments_incomplete, "comments_incomplete", Severity::warning, "; what was found was kept"},
    {IssueCode::image_unreachable, "image_unreachable", Severity::warning, "; its description stands in its place"},
    {IssueCode::image_unreadable, "image_unreadable", Severity::warning, "; its description stands in its place"},
    {IssueCode::image_animated, "image_animated", Severity::note, "; its first frame was kept"},
    {IssueCode::embed_replaced, "embed_replaced", Severity::warning,
     " cannot be shown in a book; a description and a link stand in its place"},
    {IssueCode::link_unresolvable, "link_unresolvable", Severity::warning,
     " leads nowhere without the page’s own address; its text was kept"},
    {IssueCode::element_dropped, "element_dropped", Severity::note, " is of no use in a book; it was left out"},
    {IssueCode::text_repaired, "text_repaired", Severity::warning, "; each stands as a replacement character"},
    {IssueCode::markup_truncated, "markup_truncated", Severity::warning, "; what was nested deeper was flattened"},
    {IssueCode::pictures_absent, "pictures_absent", Severity::warning, "; the words were kept"},
    {IssueCode::book_oversized, "book_oversized", Severity::note, "; it was written all the same"},
    {IssueCode::text_repeated, "text_repeated", Severity::note, "; it was kept"},
    {IssueCode::pictures_reduced, "pictures_reduced", Severity::note, "; they gave way to --max-size"},
    {IssueCode::size_exceeded, "size_exceeded", Severity::warning, "; it was written all the same"},
    {IssueCode::cover_missing, "cover_missing", Severity::warning, "; the book has none"},
    {IssueCode::map_missing, "map_missing", Severity::warning, "; the itinerary stands without it"},
    {IssueCode::post_vanished, "post_vanished", Severity::note, "; it stays in the book as it was"},
    {IssueCode::post_rescued, "post_rescued", Severity::note, "; that copy was taken"},
    {IssueCode::image_rescued, "image_rescued", Severity::note, "; that copy was taken"},
    {IssueCode::font_unavailable, "font_unavailable", Severity::warning, "; the text uses the reader’s own font"},
    {IssueCode::rule_unmatched, "rule_unmatched", Severity::warning, "; the page was read as if it were not there"},
    {IssueCode::post_truncated, "post_truncated", Severity::warning, "; what all may read was kept"},
    {IssueCode::quote_repeated, "quote_repeated", Severity::note, " repeats a sentence of the post; it was left out"},
    {IssueCode::about_missing, "about_missing", Severity::warning, "; the book has no introduction"},
}};

constexpr bool is_in_order() {
    for (std::size_t i = 0; i < kinds.size(); ++i)
        if (static_cast<std::size_t>(kinds[i].code) != i) return false;
    return true;
}
static_assert(is_in_order());

/// An error's message names the address that the issue names already.
std::string_view without_subject(std::string_view detail, std::string_view subject) {
    if (subject.empty() || !detail.starts_with(subject)) return detail;
    const std::string_view rest = detail.substr(subject.size());
    return rest.starts_with(": ") || rest.starts_with(' ') ? rest.substr(rest.find(' ') + 1) : detail;
}

const IssueKind& kind_of(IssueCode code) {
    const auto index = static_cast<std::size_t>(code);
    assert(index < kinds.size());
    return kinds[index];
}

}  // namespace

std::string_view issue_name(IssueCode code) { return kind_of(code).name; }
Severity issue_severity(IssueCode code) { return kind_of(code).severity; }

std::string_view severity_name(Severity severity) {
    constexpr std::array<std::string_view, 3> names{"error", "warning", "note"};
    return names[static_cast<std::size_t>(severity)];
}

std::string issue_message(const Issue& issue) {
    const std::string_view remedy = kind_of(issue.code).remedy;
    if (issue.where.empty()) return fmt::format("{}{}", issue.detail, remedy);
    return fmt::format("{}: {}{}", issue.where, issue.detail, remedy);
}

void Report::add(IssueCode code, std::string_view where, std::string_view detail) {
    // Names of files may be in any encoding.
    issues_.push_back({code, repaired_utf8(where).text, repaired_utf8(without_subject(detail, where)).text});
}

void Report::merge(Report other) { std::ranges::move(other.issues_, std::back_inserter(issues_)); }

std::size_t Report::count(IssueCode code) const {
    return static_cast<std::size_t>(std::ranges::count(issues_, code, &Issue::code));
}

bool Report::has_losses() const {
    return std::ranges::any_of(issues_,
                               [](const Issue& issue) { return issue_severity(issue.code) != Severity::note; });
}

}  // namespace blogbind
