#include "series/title_words.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "base/utf8.h"

namespace blogbind::series {
namespace {

enum class Glyph { letter, digit, apostrophe, other };

/// The zeros of ASCII, Arabic, Persian, Devanagari, Bengali and Thai, and the full-width one; nine digits follow each.
constexpr std::array<char32_t, 7> zeros{U'0', 0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xFF10};

std::optional<char> as_ascii_digit(char32_t c) {
    for (const char32_t zero : zeros)
        if (c >= zero && c < zero + 10) return static_cast<char>('0' + (c - zero));
    return std::nullopt;
}

struct Characters {
    char32_t first, last;
};
/// Signs inside of words that are no letters by themselves: accents, points and viramas, Thai tones, the non-joiner.
constexpr std::array<Characters, 12> marks{{{0x300, 0x36F},
                                            {0x5B0, 0x5C7},
                                            {0x64B, 0x652},
                                            {0x94D, 0x94D},
                                            {0x9CD, 0x9CD},
                                            {0xA4D, 0xA4D},
                                            {0xACD, 0xACD},
                                            {0xBCD, 0xBCD},
                                            {0xC4D, 0xC4D},
                                            {0xD4D, 0xD4D},
                                            {0xE47, 0xE4E},
                                            {0x200C, 0x200C}}};

bool is_mark(char32_t c) {
    return std::ranges::any_of(marks, [c](const Characters& range) { return c >= range.first && c <= range.last; });
}

Glyph glyph_kind(char32_t c) {
    if (as_ascii_digit(c)) return Glyph::digit;
    if (c == U'\'' || c == 0x2018 || c == 0x2019 || c == 0x02BC) return Glyph::apostrophe;
    return is_letter(c) || is_mark(c) ? Glyph::letter : Glyph::other;
}

Glyph kind_at(std::string_view text, std::size_t position) {
    return position < text.size() ? glyph_kind(next_character(text, position)) : Glyph::other;
}

/// The end of the word that begins at `begin`; apostrophes between letters belong to it.
std::size_t word_end(std::string_view title, std::size_t begin, Glyph kind) {
    std::size_t end = begin;
    while (end < title.size()) {
        std::size_t after = end;
        const Glyph here = glyph_kind(next_character(title, after));
        const bool joins = here == Glyph::apostrophe && kind == Glyph::letter && kind_at(title, after) == kind;
        if (here != kind && !joins) break;
        end = after;
    }
    return end;
}

std::string folded_word(std::string_view word) {
    std::string kept;
    for (std::size_t at = 0; at < word.size();) {
        const char32_t c = next_character(word, at);
        if (const auto digit = as_ascii_digit(c))
            kept += *digit;
        else if (glyph_kind(c) != Glyph::apostrophe)
            append_character(kept, c);
    }
    return case_folded(kept);
}

/// Marks that part a title wherever they stand; a dash does so only beside a space.
constexpr std::array<std::string_view, 31> parting_marks{
    ":", ",", ";", "(",  ")",  "[",  "]",  "|",  "/",  "&",  "!",  "?",  "“",  "”",  "·", "•",
    "…", "،", "؛", "【", "】", "（", "）", "「", "」", "『", "』", "：", "，", "、", "｜"};
constexpr std::array<std::string_view, 4> dashes{"-", "–", "—", "−"};

bool holds_any(std::string_view text, const auto& marks) {
    for (std::string_view mark : marks)
        if (text.find(mark) != std::string_view::npos) return true;
    return false;
}

}  // namespace

TitleWords::TitleWords(std::string_view title) : title_(nfc(title)) {
    for (std::size_t at = 0; at < title_.size();) {
        const Glyph kind = kind_at(title_, at);
        if (kind != Glyph::letter && kind != Glyph::digit) {
            next_character(title_, at);
            continue;
        }
        const std::size_t end = word_end(title_, at, kind);
        TitleWord word;
        word.folded = folded_word(std::string_view(title_).substr(at, end - at));
        word.begin = at;
        word.end = end;
        word.is_number = kind == Glyph::digit;
        std::size_t first_end = at;
        next_character(title_, first_end);
        const std::string_view first = std::string_view(title_).substr(at, first_end - at);
        word.is_capital = kind == Glyph::letter && case_folded(first) != first;
        words_.push_back(std::move(word));
        at = end;
    }
}

std::string_view TitleWords::text(std::size_t first, std::size_t last) const {
    if (first >= last) return {};
    return std::string_view(title_).substr(words_[first].begin, words_[last - 1].end - words_[first].begin);
}

std::string_view TitleWords::gap(std::size_t i) const {
    const std::size_t from = i == 0 ? 0 : words_[i - 1].end;
    const std::size_t to = i < size() ? words_[i].begin : title_.size();
    return std::string_view(title_).substr(from, to - from);
}

bool TitleWords::is_parted_before(std::size_t i) const {
    if (i == 0 || i >= size()) return true;
    const std::string_view between = gap(i);
    if (holds_any(between, parting_marks)) return true;
    return holds_any(between, dashes) && between.find(' ') != std::string_view::npos;
}

}  // namespace blogbind::series
