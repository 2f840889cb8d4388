#include "series/part_tokens.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

#include "base/text.h"
#include "base/utf8.h"
#include "series/cjk_parts.h"
#include "series/part_numbers.h"
#include "series/title_words.h"

namespace blogbind::series {
namespace {

/// A part token: words [first, end) of the title.
struct Token {
    std::size_t first = 0, end = 0;
    PartNumber number;
    bool is_bare = false;
};
using Rule = std::optional<Token> (*)(const TitleWords& words, std::size_t i);

Token make_token(const TitleWords& words, std::size_t first, std::size_t number_first, const TitleNumber& number) {
    Token token{first, number.end, {}, false};
    token.number.label = std::string(words.text(number_first, number.end));
    token.number.key = {number.value};
    return token;
}

/// Words before `i` that mean something: no numbers, no little words.
std::size_t content_words_before(const TitleWords& words, std::size_t i) {
    std::size_t count = 0;
    for (std::size_t k = 0; k < i; ++k)
        if (!words[k].is_number && (words[k].folded.size() > 2 || character_count(words[k].folded) > 1)) ++count;
    return count;
}

bool is_unit_next(const TitleWords& words, std::size_t i) {
    return i < words.size() && !words.is_parted_before(i) && is_unit(words[i].folded);
}

/// The end of "3-5" or "3 & 4" whose first number ends at `end`; `end` itself if there is no range.
std::size_t range_end(const TitleWords& words, std::size_t end) {
    if (end >= words.size() || !words[end].is_number) return end;
    const std::string_view gap = words.gap(end);
    const bool range = gap == "-" || gap == "–" || (trimmed(gap) == "&" && words.is_closed_after(end));
    return range ? end + 1 : end;
}

/// "Day 3" may be anything; it numbers a post if it stands by itself after a name, or before a subtitle.
bool counts_posts(const TitleWords& words, std::size_t first, std::size_t end) {
    if (!words.is_closed_after(end - 1) || is_unit_next(words, end)) return false;
    if (first == 0) return end < words.size();
    const std::size_t content = content_words_before(words, first);
    return content >= 2 || (content == 1 && words.is_parted_before(first));
}

bool is_allowed(const TitleWords& words, PartWordKind kind, std::size_t first, std::size_t end) {
    switch (kind) {
        case PartWordKind::part: return !is_unit_next(words, end);
        case PartWordKind::guarded: return words.is_parted_before(first) && words.is_closed_after(end - 1);
        case PartWordKind::counted: return counts_posts(words, first, end);
        case PartWordKind::dotted: return counts_posts(words, first, end);
    }
    return false;
}

/// Between "Part" and its number: a space or a mark. Nothing at all only before digits: "Part2", but not "Partei".
bool is_number_gap(std::string_view gap, PartWordKind kind, bool digits) {
    if (kind == PartWordKind::dotted && !gap.starts_with('.') && !gap.starts_with("°") && !gap.starts_with("º"))
        return false;
    if (gap.empty()) return digits;
    constexpr std::array<std::string_view, 9> marks{"#", ".", ":", "–", "—", "-", "(", "°", "º"};
    std::string rest(gap);
    for (std::string_view mark : marks) rest = replaced(rest, mark, " ");
    return trimmed(rest).empty() && gap.size() <= 5;
}

/// The words after number `i` that give the total: "/5", "of 5".
std::optional<TitleNumber> total_after(const TitleWords& words, std::size_t i) {
    if (i + 1 >= words.size()) return std::nullopt;
    const std::string_view gap = trimmed(words.gap(i + 1));
    if (gap == "/" || gap == "∕" || gap == "⁄") return digits_at(words, i + 1);
    if (is_of_word(words[i + 1].folded) && trimmed(gap).empty()) return digits_at(words, i + 2);
    return std::nullopt;
}

/// "Part 2", "Teil II", "Day 3".
std::optional<Token> word_then_number(const TitleWords& words, std::size_t i) {
    const auto kind = part_word_kind(words[i].folded);
    const std::size_t at = after_particle(words, i);
    if (!kind || at >= words.size()) return std::nullopt;
    const bool digits = words[at].is_number;
    if (!is_number_gap(words.gap(at), *kind, digits)) return std::nullopt;
    const auto number = *kind == PartWordKind::dotted ? digits_at(words, at) : number_at(words, at);
    if (!number || (number->is_letter && *kind != PartWordKind::part)) return std::nullopt;
    const auto total = total_after(words, number->end - 1);
    if (!is_allowed(words, *kind, i, total ? total->end : range_end(words, number->end))) return std::nullopt;
    return make_token(words, i, at, *number);
}

/// "Second Part", "2. Teil", "3ème partie", "fourth and last part".
std::optional<Token> number_then_word(const TitleWords& words, std::size_t i) {
    constexpr std::string_view plurals = "parts teile parties partes části days tage";
    const auto number = ordinal_at(words, i);
    if (!number) return std::nullopt;
    const std::size_t at = after_and_last(words, number->end);
    if (at >= words.size()) return std::nullopt;
    const TitleWord& word = words[at];
    auto kind = part_word_kind(word.folded);
    if (!kind || has_word(plurals, word.folded) || *kind == PartWordKind::dotted) return std::nullopt;
    const bool is_everyday = *kind == PartWordKind::counted && number->is_spelt;  // "my first day"
    if (is_everyday && (i == 0 || !words.is_parted_before(i))) return std::nullopt;
    if (*kind == PartWordKind::part) kind = PartWordKind::counted;  // "the 2. Teil of something"
    if (!is_allowed(words, *kind, i, at + 1)) return std::nullopt;
    Token token = make_token(words, i, i, TitleNumber{number->value, at + 1, false, number->is_spelt});
    token.number.label = std::string(words.text(i, i + 1));
    return token;
}

/// "Last part", "letzter Teil", "parte final".
std::optional<Token> last_part(const TitleWords& words, std::size_t i) {
    if (i + 1 >= words.size() || !words.is_closed_after(i + 1)) return std::nullopt;
    const bool comes_first = is_last_word(words[i].folded);
    if (!comes_first && !is_last_word(words[i + 1].folded)) return std::nullopt;
    const auto kind = part_word_kind(words[comes_first ? i + 1 : i].folded);
    const bool is_part = kind == PartWordKind::part || (kind == PartWordKind::guarded && words.is_parted_before(i));
    if (!is_part) return std::nullopt;
    return make_token(words, i, i, TitleNumber{std::numeric_limits<double>::infinity(), i + 2, false, true});
}

bool is_in_brackets(const TitleWords& words, std::size_t first, std::size_t end) {
    const bool opens =
        words.gap(first).find('(') != std::string_view::npos || words.gap(first).find('[') != std::string_view::npos;
    const bool closes =
        words.gap(end).find(')') != std::string_view::npos || words.gap(end).find(']') != std::string_view::npos;
    return opens && closes;
}

bool has_leading_zero(const TitleWord& word) { return word.folded.size() > 1 && word.folded[0] == '0'; }

/// 23/24 is a season, 9/11 a date.
bool is_a_fraction_of_posts(double number, double total, bool in_brackets) {
    if (number < 1 || total < number || total > 60) return false;
    if (number >= 10 && total == number + 1) return false;
    return in_brackets || (total <= 12 && !(number == 9 && total == 11) && number * total > 1);
}

/// "(2/5)", "1 of 3".
std::optional<Token> number_of_total(const TitleWords& words, std::size_t i) {
    if (!words[i].is_number || has_leading_zero(words[i])) return std::nullopt;
    const auto number = digits_at(words, i);
    if (!number || number->end != i + 1) return std::nullopt;
    const auto total = total_after(words, i);
    if (!total || has_leading_zero(words[total->end - 1])) return std::nullopt;
    const bool in_brackets = is_in_brackets(words, i, total->end);
    const bool at_end = total->end >= words.size() || !words[total->end].is_number;
    const bool named =
        content_words_before(words, i) >= (in_brackets ? 1U : 2U) || (i > 0 && words.is_parted_before(i));
    if (!is_a_fraction_of_posts(number->value, total->value, in_brackets) || !at_end || !named) return std::nullopt;
    if (words.gap(total->end).starts_with('/') || words.gap(i).ends_with('/')) return std::nullopt;  // 1/2/2020
    Token token = make_token(words, i, i, *number);
    token.end = total->end;
    token.number.total = static_cast<int>(total->value);
    return token;
}

/// "#67"
std::optional<Token> number_sign(const TitleWords& words, std::size_t i) {
    const std::string_view gap = words.gap(i);
    if (!gap.ends_with('#') && trimmed(gap) != "№") return std::nullopt;
    const auto number = digits_at(words, i);
    if (!number || !words.is_closed_after(number->end - 1) || content_words_before(words, i) == 0) return std::nullopt;
    return make_token(words, i, i, *number);
}

/// "… (3)", "… – 3", "… III" at the very end.
std::optional<Token> trailing_number(const TitleWords& words, std::size_t i) {
    if (i == 0 || i + 1 != words.size() || has_leading_zero(words[i])) return std::nullopt;
    auto number = digits_at(words, i);
    if (!number) number = roman_at(words, i);
    if (!number || number->value > 99 || (number->is_spelt && number->value < 2)) return std::nullopt;
    const bool is_last = i > 1 && is_and_word(words[i - 1].folded) && words.is_parted_before(i - 1);  // "(y III)"
    const std::size_t first = is_last ? i - 1 : i;
    const std::string_view gap = words.gap(first);
    if (gap.find('/') != std::string_view::npos || gap.find_first_of(" (") == std::string_view::npos)
        return std::nullopt;
    const bool apart = is_in_brackets(words, first, i + 1) ||
                       (words.is_parted_before(first) && gap.find('&') == std::string_view::npos);
    if (content_words_before(words, first) < (apart ? 1U : 2U)) return std::nullopt;
    if (!apart && part_word_kind(words[i - 1].folded)) return std::nullopt;  // "League Week 11" was refused before
    const std::string_view closing = trimmed(words.gap(i + 1));
    if (!closing.empty() && closing != ")" && closing != "]" && closing != ".") return std::nullopt;  // "at 20 %"
    Token token = make_token(words, first, i, *number);
    token.is_bare = !apart;
    return token;
}

/// "… – Prologue", "… – Finale", "…, suite et fin".
std::optional<Token> edge_word(const TitleWords& words, std::size_t i) {
    constexpr std::size_t most_words = 3;
    if (i == 0 || i + most_words < words.size() || !words.is_parted_before(i)) return std::nullopt;
    std::string phrase = words[i].folded;
    for (std::size_t k = i + 1; k < words.size(); ++k) phrase += "_" + words[k].folded;
    const auto value = edge_word_value(phrase);
    if (!value) return std::nullopt;
    return make_token(words, i, i, TitleNumber{*value, words.size(), false, true});
}

/// The surest first: a title is cut at the first token that the first successful rule finds.
constexpr std::array<Rule, 7> rules{word_then_number, number_then_word, last_part, number_of_total,
                                    number_sign,      trailing_number,  edge_word};

std::optional<Token> find_token(const TitleWords& words) {
    for (Rule rule : rules)
        for (std::size_t i = 0; i < words.size(); ++i)
            if (auto token = rule(words, i)) return token;
    return std::nullopt;
}

/// "Days 3-5", "Parts 1 & 2": the first number counts.
void read_range(const TitleWords& words, Token& token) {
    const std::size_t end = range_end(words, token.end);
    if (end == token.end) return;
    token.number.label += std::string(trimmed(words.gap(token.end))) + std::string(words.text(token.end, end));
    token.end = end;
}

/// "Part 2 of 5", "Part 1/3".
void read_total(const TitleWords& words, Token& token) {
    if (token.number.total || !words[token.end - 1].is_number) return;
    const auto total = total_after(words, token.end - 1);
    if (!total || total->value < token.number.key[0] || total->value > 999) return;
    token.number.total = static_cast<int>(total->value);
    token.end = total->end;
}

/// "Day 3, Part 2".
void read_second_token(const TitleWords& words, Token& token) {
    if (token.end >= words.size() || words.gap(token.end).find(':') != std::string_view::npos) return;
    const auto second = word_then_number(words, token.end);
    if (!second) return;
    token.number.label += ", " + second->number.label;
    token.number.key.push_back(second->number.key[0]);
    token.end = second->end;
}

/// "Part 3 – Update" stands between parts 3 and 4.
void read_addition(const TitleWords& words, Token& token) {
    constexpr std::string_view additions = "update addendum bonus nachtrag";
    if (token.end < words.size() && has_word(additions, words[token.end].folded)) token.number.key.back() += 0.5;
}

/// "Part A", "part two", "the first part" in a sentence. A capital needs no mark behind it there: "Part A of this
/// review".
std::optional<Token> token_in_text(const TitleWords& words, std::size_t i) {
    if (const auto ordinal = ordinal_at(words, i); ordinal && ordinal->end < words.size()) {
        if (words[ordinal->end].folded == "part" || words[ordinal->end].folded == "teil" ||
            words[ordinal->end].folded == "partie")
            return make_token(words, i, i, *ordinal);
    }
    if (part_word_kind(words[i].folded) != PartWordKind::part || i + 1 >= words.size()) return std::nullopt;
    if (words.gap(i + 1).empty() || !trimmed(words.gap(i + 1)).empty()) return std::nullopt;
    const std::string_view word = words.text(i + 1, i + 2);
    auto number = number_at(words, i + 1);
    if (!number && word.size() == 1 && word[0] >= 'A' && word[0] <= 'H')
        number = TitleNumber{place_in_alphabet(word[0]), i + 2, true, false};
    if (!number) return std::nullopt;
    return make_token(words, i, i + 1, *number);
}

std::string joined_words(const TitleWords& words) {
    std::string stem;
    for (std::size_t i = 0; i < words.size(); ++i) stem += (i == 0 ? "" : " ") + words[i].folded;
    return stem;
}

/// Without the marks that joined it to what followed.
std::string name_before(std::string_view title, std::size_t end) {
    const TitleWords words(title.substr(0, end));
    if (words.size() == 0) return {};
    std::string name(words.text(0, words.size()));
    return name;
}

std::set<std::string_view> word_set(std::string_view stem) {
    std::set<std::string_view> set;
    for (std::string_view word : split_words(stem)) set.insert(word);
    return set;
}

std::size_t common_words(const std::set<std::string_view>& a, const std::set<std::string_view>& b) {
    return static_cast<std::size_t>(std::count_if(a.begin(), a.end(), [&b](auto word) { return b.contains(word); }));
}

bool have_same_numbers(const std::set<std::string_view>& a, const std::set<std::string_view>& b) {
    const auto is_missing_number = [](const std::set<std::string_view>& other) {
        return [&other](std::string_view word) { return is_ascii_digit(word[0]) && !other.contains(word); };
    };
    return std::none_of(a.begin(), a.end(), is_missing_number(b)) &&
           std::none_of(b.begin(), b.end(), is_missing_number(a));
}

}  // namespace

TitleParts read_title(std::string_view title) {
    const TitleWords words(title);
    TitleParts parts;
    std::size_t name_end = words.title().size();
    if (auto token = find_token(words)) {
        read_range(words, *token);
        read_total(words, *token);
        read_second_token(words, *token);
        read_addition(words, *token);
        name_end = words[token->first].begin;
        parts.is_bare = token->is_bare;
        parts.part = std::move(token->number);
    } else if (auto cjk = find_cjk_part(words.title())) {
        name_end = cjk->begin;
        parts.part = PartNumber{cjk->label, {cjk->value}, std::nullopt};
    }
    parts.name = parts.part ? name_before(words.title(), name_end) : std::string(trimmed(words.title()));
    parts.stem = joined_words(TitleWords(parts.name));
    return parts;
}

bool same_stem(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) return false;
    if (a == b) return true;
    const auto in_a = word_set(a), in_b = word_set(b);
    if (!have_same_numbers(in_a, in_b)) return false;
    const std::size_t common = common_words(in_a, in_b);
    const bool contained = common >= 2 && common == std::min(in_a.size(), in_b.size());
    return contained || 5 * common >= 4 * (in_a.size() + in_b.size() - common);
}

double stem_overlap(std::string_view a, std::string_view b) {
    auto in_a = word_set(a), in_b = word_set(b);
    const auto is_little = [](std::string_view word) { return word.size() < 4 && is_ascii_alpha(word[0]); };
    std::erase_if(in_a, is_little);
    std::erase_if(in_b, is_little);
    const std::size_t shorter = std::min(in_a.size(), in_b.size());
    return shorter == 0 ? 0.0 : static_cast<double>(common_words(in_a, in_b)) / static_cast<double>(shorter);
}

std::optional<PartNumber> named_part(std::string_view text) {
    const TitleWords words(text);
    for (std::size_t i = 0; i + 1 < words.size(); ++i)
        if (auto token = token_in_text(words, i)) return token->number;
    return std::nullopt;
}

std::optional<int> place_of(const PartNumber& part) {
    constexpr double most = 1e6;
    const double place = part.key.empty() ? most : part.key.front();
    return place >= 0 && place < most ? std::optional(static_cast<int>(place)) : std::nullopt;
}

std::string part_name(const PartNumber& model, int order) {
    const bool letters = model.label.size() == 1 && is_ascii_alpha(model.label[0]);
    if (letters && order >= 1 && order <= 26) return std::string("Part ") + static_cast<char>('A' + order - 1);
    return "Part " + std::to_string(order);
}

}  // namespace blogbind::series
