// What a compiler cannot see in the tables: blanks that got lost and words that nobody translated.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/phrase_table.h"
#include "base/text.h"

using namespace blogbind;

namespace {

const PhraseTable& english() { return *all_phrase_tables().front(); }

/// "abn" for a text with {a}, {b} and {n}.
std::string blanks_in(std::string_view text) {
    std::set<char> letters;
    for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1))
        letters.insert(at + 2 < text.size() && text[at + 2] == '}' ? text[at + 1] : '?');
    return {letters.begin(), letters.end()};
}

bool holds_latin_letter(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at)
        if (text[at] == '{')
            at += 2;
        else if (is_ascii_alpha(text[at]))
            return true;
    return false;
}

/// Words that the language shares with English.
bool is_shared(std::string_view text) {
    constexpr std::string_view shared[] = {"Cover: {a}",      "Notes",   "Photo",        "Video",
                                           "Audio",           "Sources", "[photo: {a}]", "{n} like|{n} likes",
                                           "{a}, volume {b}", "{a}",     "Date",         "Introduction"};
    return std::ranges::find(shared, text) != std::end(shared);
}

}  // namespace

TEST_CASE("phrase tables: the languages of the book's own words") {
    for (const std::string_view tag :
         {"en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "ja", "zh", "ko", "ar", "he"}) {
        CAPTURE(tag);
        CHECK(Phrases::in_language(tag).language() == tag);
    }
}

TEST_CASE("phrase tables: every form has the blanks of the English text") {
    for (const PhraseTable* table : all_phrase_tables())
        for (std::size_t i = 0; i < phrase_count; ++i) {
            const std::vector<std::string_view> forms = split(table->texts[i].text, '|');
            const std::string wanted = blanks_in(english().texts[i].text);
            for (std::size_t form = 0; form < forms.size(); ++form) {
                CAPTURE(table->tags);
                CAPTURE(forms[form]);
                // "One comment", "two comments" may say the number in words.
                const bool is_small = forms.size() > 1 && table->plurals.categories[form] < PluralCategory::few;
                const std::string blanks = blanks_in(forms[form]);
                CHECK((blanks == wanted || (is_small && blanks + "n" == wanted)));
            }
        }
}

TEST_CASE("phrase tables: nothing is left in English") {
    for (const PhraseTable* table : all_phrase_tables()) {
        if (table == &english()) continue;
        const bool is_latin = holds_latin_letter(table->months[0]);
        for (std::size_t i = 0; i < phrase_count; ++i) {
            const std::string_view text = table->texts[i].text;
            CAPTURE(table->tags);
            CAPTURE(text);
            CHECK((is_latin || !holds_latin_letter(text)));
            CHECK((text != english().texts[i].text || is_shared(text)));
        }
    }
}

TEST_CASE("phrase tables: a year has twelve months of different names") {
    for (const PhraseTable* table : all_phrase_tables()) {
        CAPTURE(table->tags);
        const std::set<std::string_view> names(table->months.begin(), table->months.end());
        CHECK(names.size() == 12);
        CHECK_FALSE(names.contains(""));
        const std::string blanks = blanks_in(table->day_format);
        CHECK((blanks == "dmy" || blanks == "dny"));
        CHECK(blanks_in(table->moment_format) == "ab");
    }
}

TEST_CASE("phrase tables: no text has two spaces or one at an end") {
    for (const PhraseTable* table : all_phrase_tables())
        for (const auto& [phrase, text] : table->texts)
            for (const std::string_view form : split(text, '|')) {
                CAPTURE(table->tags);
                CAPTURE(form);
                CHECK((!form.starts_with(' ') && !form.ends_with(' ') && form.find("  ") == std::string_view::npos));
            }
}
