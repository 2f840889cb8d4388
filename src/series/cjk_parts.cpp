#include "series/cjk_parts.h"

#include <array>

#include "base/utf8.h"

namespace blogbind::series {
namespace {

/// What may stand behind a number. `prefix` must stand before it; both may be empty, but not at once.
struct Counter {
    std::string_view prefix, suffix;
};
constexpr std::array counters{
    Counter{"第", "回"}, Counter{"第", "話"}, Counter{"第", "话"}, Counter{"第", "章"}, Counter{"第", "部"},
    Counter{"第", "日"}, Counter{"第", "集"}, Counter{"第", "篇"}, Counter{"第", "节"}, Counter{"第", "節"},
    Counter{"第", "夜"}, Counter{"第", "弾"}, Counter{"第", "巻"}, Counter{"第", "天"}, Counter{"第", "站"},
    Counter{"その", ""}, Counter{"", "日目"}, Counter{"", "편"},   Counter{"", "부"},   Counter{"", "화"},
    Counter{"", "회"},   Counter{"", "일차"}, Counter{"", "탄"},
};

struct Named {
    std::string_view text;
    double value;
};
/// Two-volume sets have no middle: "last" is above any middle, but the value of a third part.
constexpr std::array named_parts{
    Named{"(上)", 1},   Named{"(中)", 2}, Named{"(下)", 3}, Named{"（上）", 1}, Named{"（中）", 2}, Named{"（下）", 3},
    Named{"(상)", 1},   Named{"(중)", 2}, Named{"(하)", 3}, Named{"前編", 1},   Named{"中編", 2},   Named{"後編", 3},
    Named{"完結編", 4}, Named{"上篇", 1}, Named{"中篇", 2}, Named{"下篇", 3},
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

std::optional<CjkPart> counted_at(std::string_view title, std::size_t position) {
    for (const Counter& counter : counters) {
        if (!title.substr(position).starts_with(counter.prefix)) continue;
        std::size_t start = position + counter.prefix.size();
        while (start < title.size() && title[start] == ' ' && !counter.prefix.empty()) ++start;
        const auto number = numeral_at(title, start);
        if (!number) continue;
        std::size_t suffix = number->end;
        while (suffix < title.size() && title[suffix] == ' ' && !counter.suffix.empty()) ++suffix;
        if (!title.substr(suffix).starts_with(counter.suffix)) continue;
        return CjkPart{position, suffix + counter.suffix.size(), number->value,
                       std::string(title.substr(start, number->end - start))};
    }
    return std::nullopt;
}

std::optional<CjkPart> named_at(std::string_view title, std::size_t position) {
    for (const Named& named : named_parts)
        if (title.substr(position).starts_with(named.text))
            return CjkPart{position, position + named.text.size(), named.value, std::string(named.text)};
    return std::nullopt;
}

}  // namespace

std::optional<CjkPart> find_cjk_part(std::string_view title) {
    bool after_number = false;
    for (std::size_t at = 0; at < title.size();) {
        // Not in the middle of a number: 23편 is part 23, not 3.
        if (!after_number) {
            if (auto part = counted_at(title, at)) return part;
            if (auto part = named_at(title, at)) return part;
        }
        std::size_t after = at;
        after_number = digit_value(next_character(title, after)) >= 0;
        at = after;
    }
    return std::nullopt;
}

}  // namespace blogbind::series
