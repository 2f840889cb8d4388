// Dates as people write them. The text becomes numbers, months, times and other words; a month with a day and a year
// beside it is a date, and so are three numbers whose order leaves no doubt.
#include <algorithm>
#include <array>
#include <vector>

#include "base/date.h"
#include "base/date_parts.h"
#include "base/text.h"
#include "base/utf8.h"

namespace blogbind {

namespace {

/// Dates stand at the start of what a page shows for them; whatever follows can only mislead.
constexpr std::size_t longest_text = 200;

struct Token {
    enum class Kind { number, word, mark, month };
    Kind kind = Kind::mark;
    std::string_view text;
    int value = 0;        ///< of a number; of a month its number
    std::size_t end = 0;  ///< where it ends in the text

    [[nodiscard]] bool is_number(std::size_t least, std::size_t most) const {
        return kind == Kind::number && text.size() >= least && text.size() <= most;
    }
    [[nodiscard]] bool is_mark(char c) const { return kind == Kind::mark && text.front() == c; }
    [[nodiscard]] bool is_day() const { return is_number(1, 2) && value >= 1 && value <= 31; }
    [[nodiscard]] bool is_year() const { return is_number(4, 4) && value >= 1900 && value < 2100; }
};
using Tokens = std::vector<Token>;

template <std::size_t count>
bool is_one_of(std::string_view word, const std::array<std::string_view, count>& words) {
    return std::ranges::find(words, word) != words.end();
}

/// Words that stand between the parts of one date.
constexpr std::array<std::string_view, 30> joints{"st", "nd", "rd",  "th", "er", "re", "ère", "e",   "o",   "a",
                                                  "º",  "de", "del", "do", "d",  "di", "of",  "the", "den", "dem",
                                                  "le", "el", "il",  "年", "년", "日", "일",  "号",  "號",  "г"};
/// "5月": the number before it is a month.
constexpr std::array<std::string_view, 2> month_units{"月", "월"};
/// What may stand between the hour and the minutes, or close the hour.
constexpr std::array<std::string_view, 7> hour_units{"h", "時", "时", "点", "點", "시", "uhr"};
/// Behind one of these "8.30" is a time, though otherwise it could be a day and a month.
constexpr std::array<std::string_view, 6> time_words{"kl", "klo", "klockan", "v", "um", "ore"};
constexpr std::array<std::string_view, 2> minute_units{"分", "분"};
constexpr std::array<std::string_view, 7> morning_words{"am", "a", "午前", "上午", "오전", "πμ", "öö"};
constexpr std::array<std::string_view, 7> evening_words{"pm", "p", "午後", "下午", "오후", "μμ", "ös"};

/// The kind of the character at `at`, and `end` behind the run of its like; marks stand alone.
Token::Kind run_at(std::string_view text, std::size_t at, std::size_t& end) {
    const bool digit = is_ascii_digit(text[at]);
    end = at;
    const bool letter = !digit && is_letter(next_character(text, end));
    if (!digit && !letter) return Token::Kind::mark;
    while (end < text.size()) {
        std::size_t next = end;
        const char32_t character = next_character(text, next);
        const bool alike = digit ? is_ascii_digit(text[end]) : is_letter(character);
        if (!alike) break;
        end = next;
    }
    return digit ? Token::Kind::number : Token::Kind::word;
}

Token token_at(std::string_view text, std::size_t at) {
    Token token;
    token.kind = run_at(text, at, token.end);
    token.text = text.substr(at, token.end - at);
    if (token.kind == Token::Kind::number && token.text.size() <= 8)
        token.value = static_cast<int>(parsed_integer(token.text).value_or(0));
    if (token.kind != Token::Kind::word) return token;
    if (const std::optional<unsigned> month = month_named(token.text)) {
        token.kind = Token::Kind::month;
        token.value = static_cast<int>(*month);
    }
    return token;
}

/// Whether the token at `i` is the number of a month by the word beside it: "5月", "tháng 5".
bool names_month(const Tokens& tokens, std::size_t i) {
    if (!tokens[i].is_number(1, 2)) return false;
    const bool after = i + 1 < tokens.size() && is_one_of(tokens[i + 1].text, month_units);
    return after || (i > 0 && tokens[i - 1].text == "tháng");
}

/// `text` without spaces, cut into tokens; a month that is written as a number with its unit is a month.
Tokens tokens_of(std::string_view text) {
    Tokens tokens;
    for (std::size_t at = 0; at < text.size();) {
        const Token token = token_at(text, at);
        at = token.end;
        if (!trimmed(token.text).empty()) tokens.push_back(token);
    }
    for (std::size_t i = 0; i < tokens.size(); ++i)
        if (names_month(tokens, i)) tokens[i].kind = Token::Kind::month;
    std::erase_if(tokens,
                  [](const Token& token) { return is_one_of(token.text, month_units) || token.text == "tháng"; });
    return tokens;
}

bool is_mark_at(const Tokens& tokens, std::size_t i, char mark) { return i < tokens.size() && tokens[i].is_mark(mark); }

template <std::size_t count>
bool is_word_at(const Tokens& tokens, std::size_t i, const std::array<std::string_view, count>& words) {
    return i < tokens.size() && is_one_of(tokens[i].text, words);
}

bool is_pair_at(const Tokens& tokens, std::size_t i) { return i < tokens.size() && tokens[i].is_number(2, 2); }

struct FoundTime {
    ClockTime time;
    std::size_t first = 0, behind = 0;  ///< its tokens
};

/// "8.30" is a time in "klo 8.30", "kl. 8.30" and "8.30 Uhr".
bool is_dotted_time(const Tokens& tokens, std::size_t i) {
    if (!is_mark_at(tokens, i + 1, '.') || !is_pair_at(tokens, i + 2)) return false;
    const std::size_t before = i > 0 && tokens[i - 1].is_mark('.') ? i - 1 : i;
    const bool announced = before > 0 && is_one_of(tokens[before - 1].text, time_words);
    return announced || (i + 3 < tokens.size() && tokens[i + 3].text == "uhr");
}

/// "8:00", "8:00:00", "8.30" where that is a time, "8h30", "8時30分", "8 Uhr"; at `i` stands the hour.
std::optional<FoundTime> clock_at(const Tokens& tokens, std::size_t i) {
    FoundTime found{{tokens[i].value, 0, 0}, i, i + 1};
    const bool with_colon = is_mark_at(tokens, i + 1, ':') && is_pair_at(tokens, i + 2);
    if (with_colon || is_dotted_time(tokens, i)) {
        found.time.minute = tokens[i + 2].value;
        found.behind = i + 3;
        if (with_colon && is_mark_at(tokens, i + 3, ':') && is_pair_at(tokens, i + 4)) {
            found.time.second = tokens[i + 4].value;
            found.behind = i + 5;
        }
        if (is_word_at(tokens, found.behind, hour_units)) ++found.behind;
        return found;
    }
    if (!is_word_at(tokens, i + 1, hour_units)) return std::nullopt;
    found.behind = i + 2;
    if (is_pair_at(tokens, i + 2)) {
        found.time.minute = tokens[i + 2].value;
        found.behind = i + (is_word_at(tokens, i + 3, minute_units) ? 4 : 3);
    }
    return found;
}

/// How many tokens "am", "a.m." or "a. m." has at `i`; 0 if the half of the day is not named there.
template <std::size_t count>
std::size_t half_length(const Tokens& tokens, std::size_t i, const std::array<std::string_view, count>& words) {
    if (!is_word_at(tokens, i, words)) return 0;
    if (tokens[i].text.size() > 1) return 1;
    const bool abbreviated = is_mark_at(tokens, i + 1, '.') && i + 2 < tokens.size() && tokens[i + 2].text == "m";
    if (!abbreviated) return 0;
    return is_mark_at(tokens, i + 3, '.') ? 4 : 3;
}

/// The time whose hour is at `i`, by a clock of 24 hours.
std::optional<FoundTime> time_at(const Tokens& tokens, std::size_t i) {
    if (!tokens[i].is_number(1, 2) || tokens[i].value > 24) return std::nullopt;
    const std::optional<FoundTime> clock = clock_at(tokens, i);
    FoundTime found = clock.value_or(FoundTime{{tokens[i].value, 0, 0}, i, i + 1});
    const std::size_t morning = half_length(tokens, found.behind, morning_words);
    const std::size_t evening = half_length(tokens, found.behind, evening_words);
    const bool before_noon = morning > 0 || (i > 0 && half_length(tokens, i - 1, morning_words) == 1);
    const bool after_noon = evening > 0 || (i > 0 && half_length(tokens, i - 1, evening_words) == 1);
    if (!clock && !before_noon && !after_noon) return std::nullopt;
    found.behind += morning + evening;
    if (after_noon && found.time.hour < 12) found.time.hour += 12;
    if (before_noon && found.time.hour == 12) found.time.hour = 0;
    return found;
}

std::optional<FoundTime> first_time(const Tokens& tokens) {
    for (std::size_t i = 0; i < tokens.size(); ++i)
        if (const std::optional<FoundTime> found = time_at(tokens, i)) return found;
    return std::nullopt;
}

struct Day {
    int year = 0, month = 0, day = 0;
};

/// The numbers that belong to the month at `i` on one side of it, the nearest first; no more than two count.
std::vector<const Token*> numbers_beside(const Tokens& tokens, std::size_t i, std::ptrdiff_t step,
                                         std::string_view joining_marks) {
    std::vector<const Token*> numbers;
    for (std::size_t at = i + step; at < tokens.size() && numbers.size() < 2; at += step) {
        const Token& token = tokens[at];
        const bool mark = token.kind == Token::Kind::mark && joining_marks.find(token.text) != std::string_view::npos;
        if (token.kind == Token::Kind::number)
            numbers.push_back(&token);
        else if (!mark && !is_one_of(token.text, joints))
            break;
    }
    return numbers;
}

/// The day with the month at `i`: "May 1, 2019", "1. Mai 2019", "2019年5月1日".
std::optional<Day> day_with_month(const Tokens& tokens, std::size_t i) {
    const std::vector<const Token*> before = numbers_beside(tokens, i, -1, ".-/'’");
    const std::vector<const Token*> after = numbers_beside(tokens, i, +1, ",،.-/'’");
    if (after.empty()) return std::nullopt;
    const int month = tokens[i].value;
    const bool day_and_year = after.size() == 2 && after[0]->is_day() && after[1]->is_year();
    if (day_and_year) return Day{after[1]->value, month, after[0]->value};
    if (before.empty()) return std::nullopt;
    if (before[0]->is_day() && after[0]->is_year()) return Day{after[0]->value, month, before[0]->value};
    if (before[0]->is_year() && after[0]->is_day()) return Day{before[0]->value, month, after[0]->value};
    return std::nullopt;
}

/// Day and month in numbers before a year. With dots the day comes first in every country that writes them; else the
/// order is only known where one cannot be a month, or where both are the same.
std::optional<Day> day_before_year(int first, int second, int year, char mark) {
    if (second > 12) return Day{year, first, second};
    if (mark == '.' || first > 12 || first == second) return Day{year, second, first};
    return std::nullopt;
}

/// The day in three numbers from `i` on: "2019. 5. 1.", "1.5.2019", "25/12/2019".
std::optional<Day> day_in_numbers(const Tokens& tokens, std::size_t i) {
    constexpr std::string_view marks = ".-/";
    if (i + 4 >= tokens.size()) return std::nullopt;
    const Token &first = tokens[i], &mark = tokens[i + 1], &second = tokens[i + 2], &third = tokens[i + 4];
    if (marks.find(mark.text) == std::string_view::npos || mark.text != tokens[i + 3].text) return std::nullopt;
    const bool goes_on = i > 0 && tokens[i - 1].text == mark.text;
    if (goes_on || !second.is_day()) return std::nullopt;
    if (first.is_year() && third.is_day()) return Day{first.value, second.value, third.value};
    if (first.is_day() && third.is_year())
        return day_before_year(first.value, second.value, third.value, mark.text.front());
    // "03.05.19": two digits each and dots, as no version and no time is written
    const bool is_short = first.is_number(2, 2) && second.is_number(2, 2) && third.is_number(2, 2);
    if (is_short && mark.is_mark('.') && first.is_day() && second.value <= 12 && third.value < 70)
        return Day{2000 + third.value, second.value, first.value};
    return std::nullopt;
}

std::optional<Day> first_day(const Tokens& tokens) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool month = tokens[i].kind == Token::Kind::month;
        const std::optional<Day> day = month ? day_with_month(tokens, i) : day_in_numbers(tokens, i);
        if (day) return day;
    }
    return std::nullopt;
}

/// The start of `text`, cut between characters.
std::string_view head(std::string_view text) {
    std::size_t end = std::min(text.size(), longest_text);
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) --end;
    return text.substr(0, end);
}

/// The zone that follows the time, which ends at its last token; its own tokens are added to the time's.
std::optional<std::chrono::minutes> take_zone(std::string_view text, const Tokens& tokens, FoundTime& time) {
    std::size_t at = tokens[time.behind - 1].end;
    while (at < text.size() && (text[at] == ' ' || text[at] == '(')) ++at;
    const std::optional<Zone> zone = zone_at_start(text.substr(at));
    if (!zone) return std::nullopt;
    while (time.behind < tokens.size() && tokens[time.behind].end <= at + zone->length) ++time.behind;
    return zone->offset;
}

/// Years that are counted anew from their first one.
struct Era {
    std::string_view name;
    int first_year;
};
constexpr std::array<Era, 5> eras{Era{"令和", 2019}, Era{"平成", 1989}, Era{"昭和", 1926}, Era{"民國", 1912},
                                  Era{"民国", 1912}};

/// "令和6年5月3日" is 2024年5月3日, "平成元年" 1989年.
std::string with_common_years(std::string text) {
    constexpr std::string_view first = "元";
    for (const auto& [name, first_year] : eras) {
        const std::size_t at = text.find(name);
        if (at == std::string::npos) continue;
        std::size_t end = at + name.size();
        while (end < text.size() && text[end] == ' ') ++end;
        std::size_t behind = end;
        while (behind < text.size() && behind < end + 3 && is_ascii_digit(text[behind])) ++behind;
        auto year = parsed_integer(std::string_view(text).substr(end, behind - end));
        if (std::string_view(text).substr(end).starts_with(first)) {
            year = 1;
            behind = end + first.size();
        }
        if (!year || *year < 1) continue;
        text.replace(at, behind - at, std::to_string(first_year + *year - 1));
    }
    return text;
}

}  // namespace

std::optional<DateTime> parse_written_date(std::string_view text) {
    if (const std::optional<DateTime> date = parse_date(text)) return date;
    const std::string folded = with_common_years(case_folded(collapsed(head(trimmed(text)))));
    Tokens tokens = tokens_of(folded);
    std::optional<ClockTime> time;
    std::optional<std::chrono::minutes> offset;
    if (std::optional<FoundTime> found = first_time(tokens)) {
        time = found->time;
        offset = take_zone(folded, tokens, *found);
        const auto first = tokens.begin() + static_cast<std::ptrdiff_t>(found->first);
        tokens.erase(first, first + static_cast<std::ptrdiff_t>(found->behind - found->first));
    }
    const std::optional<Day> day = first_day(tokens);
    return day ? assembled_date(day->year, day->month, day->day, time, offset) : std::nullopt;
}

}  // namespace blogbind
