#include "epub/loss_reasons.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace blogbind::epub {
namespace {

/// What of an English detail needs no translation.
using Facts = std::string (*)(std::string_view detail);

std::string nothing(std::string_view) { return {}; }
std::string all_of_it(std::string_view detail) { return std::string(detail); }

/// "HTTP 404" of "answered 404".
std::string status(std::string_view detail) {
    constexpr std::string_view mark = "answered ";
    const std::size_t at = detail.find(mark);
    if (at == std::string_view::npos) return {};
    const std::string_view number = detail.substr(at + mark.size(), 3);
    return std::ranges::all_of(number, is_ascii_digit) ? "HTTP " + std::string(number) : std::string();
}

/// “Go” of "the card “Go”", with its quotation marks.
std::string quoted_words(std::string_view detail) {
    constexpr std::string_view pairs[][2] = {{"“", "”"}, {"\"", "\""}};
    for (const auto& [open, close] : pairs) {
        const std::size_t begin = detail.find(open);
        const std::size_t end = detail.rfind(close);
        if (begin != std::string_view::npos && end != std::string_view::npos && end > begin)
            return std::string(detail.substr(begin, end + close.size() - begin));
    }
    return {};
}

/// "1 / 7" of "the blog counts 7 comments, but 1 was found".
std::string found_of_declared(std::string_view detail) {
    std::vector<std::string> numbers;
    bool goes_on = false;
    for (const char c : detail) {
        const bool is_digit = is_ascii_digit(c);
        if (is_digit && !goes_on) numbers.emplace_back();
        if (is_digit) numbers.back() += c;
        goes_on = is_digit;
    }
    return numbers.size() == 2 ? numbers[1] + " / " + numbers[0] : std::string();
}

struct Telling {
    IssueCode code;
    std::optional<Phrase> reason;
    Facts facts;
};
constexpr std::array<Telling, issue_code_count> tellings{{
    {IssueCode::post_unreachable, std::nullopt, status},
    {IssueCode::post_without_body, std::nullopt, nothing},
    {IssueCode::part_missing, std::nullopt, status},
    {IssueCode::listing_incomplete, Phrase::why_list, status},
    {IssueCode::comments_incomplete, std::nullopt, found_of_declared},
    {IssueCode::image_unreachable, std::nullopt, status},
    {IssueCode::image_unreadable, std::nullopt, nothing},
    {IssueCode::image_animated, Phrase::why_animated, nothing},
    {IssueCode::embed_replaced, std::nullopt, all_of_it},
    {IssueCode::link_unresolvable, Phrase::why_link, all_of_it},
    {IssueCode::element_dropped, Phrase::why_useless, quoted_words},
    {IssueCode::text_repaired, Phrase::why_repaired, nothing},
    {IssueCode::markup_truncated, Phrase::why_repaired, nothing},
    {IssueCode::pictures_absent, Phrase::why_caption, nothing},
    {IssueCode::book_oversized, Phrase::why_size, nothing},
    {IssueCode::text_repeated, Phrase::why_twice, quoted_words},
    {IssueCode::pictures_reduced, Phrase::why_smaller, nothing},
    {IssueCode::size_exceeded, Phrase::why_size, nothing},
    {IssueCode::cover_missing, Phrase::why_undrawn, nothing},
    {IssueCode::map_missing, Phrase::why_undrawn, nothing},
    {IssueCode::post_vanished, std::nullopt, nothing},
    {IssueCode::post_rescued, std::nullopt, nothing},
    {IssueCode::image_rescued, std::nullopt, nothing},
    {IssueCode::font_unavailable, Phrase::why_font, nothing},
    {IssueCode::rule_unmatched, Phrase::why_rule, quoted_words},
    {IssueCode::post_truncated, std::nullopt, nothing},
    {IssueCode::quote_repeated, Phrase::why_useless, quoted_words},
    {IssueCode::about_missing, Phrase::why_absent, status},
}};

constexpr bool is_in_order() {
    for (std::size_t i = 0; i < tellings.size(); ++i)
        if (static_cast<std::size_t>(tellings[i].code) != i) return false;
    return true;
}
static_assert(is_in_order());

}  // namespace

LossReason loss_reason(const Issue& issue, const Phrases& phrases) {
    const Telling& telling = tellings[static_cast<std::size_t>(issue.code)];
    return {telling.reason ? phrases.text(*telling.reason) : std::string(), telling.facts(issue.detail)};
}

}  // namespace blogbind::epub
