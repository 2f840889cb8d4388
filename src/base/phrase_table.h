// One language's phrases as data: what the files of phrases/ hold and phrases.cpp reads. A new language is a file there
// and a line in each list that names the others: below, in phrase_tables.cpp and in CMakeLists.txt.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "base/phrases.h"
#include "base/plural_rules.h"

namespace blogbind {

struct PhraseText {
    Phrase phrase;
    std::string_view text;  ///< plural forms stand between "|", in the order of the language's categories
};

/// What stands between texts that are put together.
struct Punctuation {
    std::string_view list = ", ";   ///< between names
    std::string_view stop = ". ";   ///< between a title and what follows it in one line
    std::string_view gap = " ";     ///< between sentences
    std::string_view colon = ": ";  ///< between a thing and what is said of it
};

struct PhraseTable {
    std::string_view tags;  ///< in small letters, the primary language first; each also stands for longer ones
    PluralRule plurals;
    std::string_view day_format;           ///< {d} day, {m} name of the month, {n} its number, {y} year
    std::string_view moment_format;        ///< {a} the day, {b} the time
    std::string_view first_of_month = {};  ///< "1er"; empty: the number alone
    std::array<std::string_view, 12> months;
    Punctuation punctuation = {};
    std::span<const PhraseText> texts;
};

/// What Phrases::counted() is asked for with any number.
inline constexpr std::array counted_phrases{
    Phrase::to_comments,    Phrase::comments_summary, Phrase::people_count,   Phrase::likes,
    Phrase::gallery,        Phrase::posts_count,      Phrase::photos_count,   Phrase::lost_posts,
    Phrase::lost_parts,     Phrase::lost_comments,    Phrase::lost_images,    Phrase::lost_embeds,
    Phrase::vanished_posts, Phrase::rescued_posts,    Phrase::rescued_images, Phrase::new_posts,
    Phrase::changed_posts,  Phrase::lost_other,       Phrase::more_losses,    Phrase::cut_posts};

/// Every phrase once, in the order of the enumeration and in every form: what each table asserts of itself.
consteval bool is_complete(std::span<const PhraseText> texts, const PluralRule& plurals) {
    if (texts.size() != phrase_count) return false;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto& [phrase, text] = texts[i];
        if (phrase != static_cast<Phrase>(i) || text.empty()) return false;
        const auto forms = static_cast<std::size_t>(std::ranges::count(text, '|')) + 1;
        const bool is_counted = std::ranges::find(counted_phrases, phrase) != counted_phrases.end();
        if (forms != (is_counted ? plurals.categories.size() : 1)) return false;
    }
    return true;
}

namespace phrase_tables {

extern const PhraseTable arabic;
extern const PhraseTable chinese;
extern const PhraseTable dutch;
extern const PhraseTable english;
extern const PhraseTable french;
extern const PhraseTable german;
extern const PhraseTable hebrew;
extern const PhraseTable italian;
extern const PhraseTable japanese;
extern const PhraseTable korean;
extern const PhraseTable polish;
extern const PhraseTable portuguese;
extern const PhraseTable russian;
extern const PhraseTable spanish;
extern const PhraseTable traditional_chinese;

}  // namespace phrase_tables

/// English first, which stands in for languages that are not known.
std::span<const PhraseTable* const> all_phrase_tables();

}  // namespace blogbind
