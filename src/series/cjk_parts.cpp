#include "series/cjk_parts.h"

#include <algorithm>
#include <array>
#include <limits>

#include "base/text.h"
#include "base/utf8.h"

namespace blogbind::series {
namespace {

constexpr double last = std::numeric_limits<double>::infinity();

/// What may stand around a number; a missing `suffix` means that the number itself ends a word.
struct Counter {
    std::string_view prefix, suffix;
};
/// In no order: no two fit the same place.
constexpr std::array counters{
    Counter{"第", "回"}, Counter{"第", "話"}, Counter{"第", "话"}, Counter{"第", "章"},       Counter{"第", "部"},
    Counter{"第", "日"}, Counter{"第", "集"}, Counter{"第", "篇"}, Counter{"第", "节"},       Counter{"第", "節"},
    Counter{"第", "夜"}, Counter{"第", "弾"}, Counter{"第", "巻"}, Counter{"第", "天"},       Counter{"第", "站"},
    Counter{"第", "期"}, Counter{"第", "編"}, Counter{"その", ""}, Counter{"パート", ""},     Counter{"", "日目"},
    Counter{"", "편"},   Counter{"", "부"},   Counter{"", "화"},   Counter{"", "회"},         Counter{"", "일차"},
    Counter{"", "탄"},   Counter{"제", "편"}, Counter{"제", "부"}, Counter{"제", "화"},       Counter{"제", "회"},
    Counter{"Vol.", ""}, Counter{"vol.", ""}, Counter{"VOL.", ""}, Counter{"Day", ""},        Counter{"DAY", ""},
    Counter{"Part", ""}, Counter{"PART", ""}, Counter{"No.", ""},  Counter{"エピソード", ""},
};

struct Named {
    std::string_view text;
    double value;
};
/// Two-volume sets have no middle: "last" is above any middle, but the value of a third part.
constexpr std::array named_parts{
    Named{"(上)", 1},        Named{"(中)", 2},
    Named{"(下)", 3},        Named{"（上）", 1},
    Named{"（中）", 2},      Named{"（下）", 3},
    Named{"(상)", 1},        Named{"(중)", 2},
    Named{"(하)", 3},        Named{"前編", 1},
    Named{"中編", 2},        Named{"後編", 3},
    Named{"完結編", 4},      Named{"上篇", 1},
    Named{"中篇", 2},        Named{"下篇", 3},
    Named{"最終回", last},   Named{"最終話", last},
    Named{"完结篇", last},   Named{"完結篇", last},
    Named{"大结局", last},   Named{"마지막 편", last},
    Named{"마지막편", last}, Named{"마지막 회", last},
    Named{"마지막회", last}, Named{"마지막 이야기", last},
};

struct Brackets {
    std::string_view opening, closing;
};
struct Numeral {
    double value = 0;
    std::size_t end = 0;
};

/// 1 to 9; 0 for zero signs, -1 for other characters.
int digit_value(char32_t c) {
    if (c >= U'0' && c <= U'9') return static_cast<int>(c - U'0');
    if (c >= 0xFF10 && c <= 0xFF19) return static_cast<int>(c - 0xFF10);
    constexpr std::u32string_view numerals = U"〇一二三四五六七八九";
    if (c == U'零') return 0;
    const std::size_t at = numerals.find(c);
    return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

/// Digits, or 十 and 百 with digits around them: 二十三.
std::optional<Numeral> numeral_at(std::string_view title, std::size_t position) {
    double total = 0, digits = 0;
    std::size_t end = position;
    bool has_digits = false;
    while (end < title.size()) {
        std::size_t after = end;
        const char32_t c = next_character(title, after);
        const int digit = digit_value(c);
        const int unit = c == U'十' ? 10 : c == U'百' ? 100 : 0;
        if (digit < 0 && unit == 0) break;
        if (unit != 0) {
            total += (has_digits ? digits : 1) * unit;
            digits = 0;
        } else {
            digits = digits * 10 + digit;
        }
        has_digits = unit == 0;
        end = after;
    }
    if (end == position || total + digits > 999) return std::nullopt;
    return Numeral{total + digits, end};
}

bool is_letter_at(std::string_view title, std::size_t position) {
    return position < title.size() && is_letter(next_character(title, position));
}

/// The character before `position`; 0 if there is none.
char32_t character_before(std::string_view title, std::size_t position) {
    if (position == 0) return 0;
    std::size_t start = position - 1;
    while (start > 0 && (static_cast<unsigned char>(title[start]) & 0xC0U) == 0x80U) --start;
    return next_character(title, start);
}

/// Chinese, Japanese and Korean letters.
bool holds_cjk(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
        if (const char32_t c = next_character(text, at); c >= 0x3040 && is_letter(c)) return true;
    return false;
}

/// A mark that parts a title, or its end.
bool is_parted_at(std::string_view title, std::size_t position) {
    constexpr std::array<std::string_view, 11> marks{":", "：", "-", "–", "—", "|", "/", ",", "(", "、", "，"};
    const std::string_view rest = trimmed(title.substr(std::min(position, title.size())));
    return rest.empty() || std::ranges::any_of(marks, [rest](std::string_view mark) { return rest.starts_with(mark); });
}

/// 1회용 are things for one use, 3부 리그 the third league, その一言 that one word; "Day 2" is read in words elsewhere.
bool counts_parts(std::string_view title, std::size_t begin, const Counter& counter, const Numeral& number,
                  std::size_t end) {
    const bool is_latin = !counter.prefix.empty() && is_ascii_alpha(counter.prefix[0]);
    const bool is_korean = counter.prefix == "제" || (counter.prefix.empty() && counter.suffix != "日目");
    const bool is_written_out = !is_ascii_digit(title[number.end - 1]);
    if (is_latin) return holds_cjk(title.substr(0, begin)) && !is_ascii_alpha(title[begin - 1]);
    if (is_korean && is_letter_at(title, end)) return false;
    if (counter.prefix == "제" && is_letter(character_before(title, begin))) return false;  // 어제 is yesterday
    if (is_korean && begin == 0 && !is_parted_at(title, end)) return false;
    return !counter.suffix.empty() || !is_written_out || !is_letter_at(title, end);
}

std::size_t after_spaces(std::string_view title, std::size_t position) {
    while (position < title.size() && title[position] == ' ') ++position;
    return position;
}

std::optional<CjkPart> counted_at(std::string_view title, std::size_t position) {
    for (const Counter& counter : counters) {
        if (!title.substr(position).starts_with(counter.prefix)) continue;
        const std::size_t start =
            counter.prefix.empty() ? position : after_spaces(title, position + counter.prefix.size());
        const auto number = numeral_at(title, start);
        if (!number) continue;
        const std::size_t suffix = counter.suffix.empty() ? number->end : after_spaces(title, number->end);
        if (!title.substr(suffix).starts_with(counter.suffix)) continue;
        const std::size_t end = suffix + counter.suffix.size();
        if (!counts_parts(title, position, counter, *number, end)) continue;
        return CjkPart{position, end, number->value, std::string(title.substr(start, number->end - start))};
    }
    return std::nullopt;
}

/// 中編み is a stitch, 前編集長 a former editor: a word must end there.
std::optional<CjkPart> named_at(std::string_view title, std::size_t position) {
    for (const Named& named : named_parts) {
        const std::size_t end = position + named.text.size();
        const bool is_whole = !is_letter_at(named.text, 0) || !is_letter_at(title, end);
        if (is_whole && title.substr(position).starts_with(named.text))
            return CjkPart{position, end, named.value, std::string(named.text)};
    }
    return std::nullopt;
}

/// ③ behind a name.
std::optional<CjkPart> circled_at(std::string_view title, std::size_t position) {
    std::size_t end = position;
    const char32_t c = next_character(title, end);
    const bool is_circled = c >= 0x2460 && c <= 0x2473;
    if (!is_circled || !holds_cjk(title.substr(0, position)) || is_letter_at(title, end)) return std::nullopt;
    return CjkPart{position, end, static_cast<double>(c - 0x245F), std::string(title.substr(position, end - position))};
}

/// （二）, （4） behind a name, before a mark or at the end; and so 之三, but 三分之二 are two thirds and 之一 is "one
/// of".
std::optional<CjkPart> closing_number_at(std::string_view title, std::size_t position) {
    constexpr std::array closing_numbers{Brackets{"(", ")"}, Brackets{"（", "）"}, Brackets{"【", "】"},
                                         Brackets{"〈", "〉"}, Brackets{"之", ""}};
    const std::string_view name = title.substr(0, position);
    for (const auto& [opening, closing] : closing_numbers) {
        if (!title.substr(position).starts_with(opening)) continue;
        const std::size_t start = position + opening.size();
        const auto number = numeral_at(title, start);
        const double least = closing.empty() ? 2 : 1;
        if (!number || number->value < least || number->value > 99 || name.ends_with("分")) return std::nullopt;
        const std::size_t end = number->end + closing.size();
        const bool is_closed = title.substr(number->end).starts_with(closing) && is_parted_at(title, end);
        if (!is_closed || !holds_cjk(name)) return std::nullopt;
        return CjkPart{position, end, number->value, std::string(title.substr(start, number->end - start))};
    }
    return std::nullopt;
}

}  // namespace

std::optional<CjkPart> find_cjk_part(std::string_view title) {
    using Reading = std::optional<CjkPart> (*)(std::string_view, std::size_t);
    constexpr std::array<Reading, 4> readings{counted_at, named_at, circled_at, closing_number_at};
    bool after_number = false;
    for (std::size_t at = 0; at < title.size();) {
        // Not in the middle of a number: 23편 is part 23, not 3.
        for (const Reading read : readings)
            if (auto part = after_number ? std::nullopt : read(title, at)) return part;
        std::size_t after = at;
        after_number = digit_value(next_character(title, after)) >= 0;
        at = after;
    }
    return std::nullopt;
}

}  // namespace blogbind::series
