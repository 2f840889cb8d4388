// Numbers as titles write them: 2, 2b, 3.5, II, B, "two", "zweiter", 第三 … and the words that announce them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "series/title_words.h"

namespace blogbind::series {

/// A number that begins at a word of the title.
struct TitleNumber {
    double value = 0;
    std::size_t end = 0;     ///< the word after it
    bool is_letter = false;  ///< "B"
    bool is_spelt = false;   ///< "two", "II": not in digits
};
/// Digits with decimals or a letter ("2", "3.5", "2b"), at most 999.
std::optional<TitleNumber> digits_at(const TitleWords& words, std::size_t i);
/// Capital Roman numbers up to XXXIX.
std::optional<TitleNumber> roman_at(const TitleWords& words, std::size_t i);
/// A single capital letter; one that is a word of its own in many languages only at the end of a phrase.
std::optional<TitleNumber> letter_at(const TitleWords& words, std::size_t i);
enum class Spelt {
    any,     ///< "two", "zwei", "deux" …, too
    ordinal  ///< "second", "zweiter", "deuxième" …
};
std::optional<TitleNumber> spelt_at(const TitleWords& words, std::size_t i, Spelt wanted);
/// "β", "ב": letters that count in Greek and Hebrew, at the end of a phrase.
std::optional<TitleNumber> counting_letter_at(const TitleWords& words, std::size_t i);
/// What may follow a word like "Part": any of the above.
std::optional<TitleNumber> number_at(const TitleWords& words, std::size_t i);
/// "first", "2nd", "2.", "3ème", "2-я", "– II": what may stand before a word like "part".
std::optional<TitleNumber> ordinal_at(const TitleWords& words, std::size_t i);

/// Where the number of the word like "part" at `i` is looked for: behind "a" in "Partea a II-a".
std::size_t after_particle(const TitleWords& words, std::size_t i);
/// Behind "and last" of "fourth and last part", if that stands at `i`; else `i`.
std::size_t after_and_last(const TitleWords& words, std::size_t i);
/// "and", "und", "y" …
bool is_and_word(std::string_view folded);
/// "last", "letzter", "última" …
bool is_last_word(std::string_view folded);

/// Whether a word after a number makes it a quantity: "20 minutes", "100 km".
bool is_unit(std::string_view folded);
/// "Letters" of a series that are Roman numbers too are read as Roman; this gives the letter's place in the alphabet.
double place_in_alphabet(char capital);

enum class PartWordKind {
    part,     ///< "Part", "Teil": a number after it is a part number
    guarded,  ///< the same, but the word has other uses ("del 3 de mayo"): only between marks
    counted,  ///< "Day", "Chapter", "Episode": something that may also be counted outside a series
    dotted,   ///< "No.", "Nr.": only with its full stop
};
std::optional<PartWordKind> part_word_kind(std::string_view folded);
/// "of" in "2 of 5".
bool is_of_word(std::string_view folded);
/// The order of an opening or closing piece without a number: "Prologue" is 0, "Finale" is infinite. Several words are
/// joined by "_".
std::optional<double> edge_word_value(std::string_view folded);

}  // namespace blogbind::series
