// One language's phrases as data: what phrases_tables_*.cpp hold and phrases.cpp reads.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "base/phrases.h"

namespace blogbind {

struct PhraseText {
    Phrase phrase;
    std::string_view text;  ///< plural forms stand between "|", in the order of the language's plural rule
};

/// Which of a phrase's forms belongs to a number. CLDR, #Language_Plural_Rules.
using PluralRule = std::size_t (*)(std::size_t n);

struct PhraseTable {
    std::string_view language;
    PluralRule plural_form;
    std::string_view day_format;      ///< {d} day, {m} name of the month, {n} its number, {y} year
    std::string_view moment_format;   ///< {a} the day, {b} the time
    std::string_view first_of_month;  ///< "1er"; empty: the number alone
    std::array<std::string_view, 12> months;
    std::span<const PhraseText> texts;
};

/// Every phrase once, in the order of the enumeration: what each table asserts of itself.
consteval bool is_complete(std::span<const PhraseText> texts) {
    if (texts.size() != phrase_count) return false;
    for (std::size_t i = 0; i < texts.size(); ++i)
        if (texts[i].phrase != static_cast<Phrase>(i) || texts[i].text.empty()) return false;
    return true;
}

std::size_t singular_for_one(std::size_t n);
std::size_t singular_below_two(std::size_t n);

/// In phrases_tables_germanic.cpp, whose first is English, phrases_tables_romance.cpp and …_iberian.cpp.
std::span<const PhraseTable> germanic_phrases();
std::span<const PhraseTable> romance_phrases();
std::span<const PhraseTable> iberian_phrases();

}  // namespace blogbind
