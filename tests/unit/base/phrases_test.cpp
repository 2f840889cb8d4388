// Plural forms, dates and the fallback to English.
#include "base/phrases.h"

#include <doctest/doctest.h>

using namespace blogbind;
using namespace std::chrono_literals;

namespace {

DateTime moment_of(std::chrono::year_month_day day, std::chrono::minutes time) {
    return {.local = std::chrono::sys_days{day} + time, .offset = {}, .has_time = true};
}

}  // namespace

TEST_CASE("phrases: the language follows the tag's primary part, and English stands in for unknown ones") {
    struct Case {
        std::string_view name, tag, language;
    };
    const Case cases[] = {
        {"plain", "de", "de"},
        {"region", "pt-BR", "pt"},
        {"upper case, underscore", "FR_ca", "fr"},
        {"unknown language", "tlh", "en"},
        {"empty", "", "en"},
        {"only a prefix alike", "den", "en"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(Phrases::in_language(c.tag).language() == c.language);
    }
}

TEST_CASE("phrases: the plural form is the language's own") {
    struct Case {
        std::string_view tag;
        std::size_t n;
        std::string_view expected;
    };
    const Case cases[] = {
        {"en", 0, "0 comments"},    {"en", 1, "1 comment"},      {"en", 2, "2 comments"},
        {"de", 1, "1 Kommentar"},   {"de", 21, "21 Kommentare"}, {"fr", 0, "0 commentaire"},
        {"fr", 1, "1 commentaire"}, {"fr", 2, "2 commentaires"}, {"pt", 0, "0 comentário"},
        {"es", 0, "0 comentarios"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.tag);
        CAPTURE(c.n);
        CHECK(Phrases::in_language(c.tag).counted(Phrase::comments_summary, c.n) == c.expected);
    }
}

TEST_CASE("phrases: a day is written as the language writes it") {
    using namespace std::chrono;
    const DateTime third = moment_of(2024y / May / 3, 22h + 15min);
    const DateTime first = moment_of(2024y / March / 1, 7h + 5min);
    struct Case {
        std::string_view tag, third, first, moment;
    };
    const Case cases[] = {
        {"en", "3 May 2024", "1 March 2024", "1 March 2024, 07:05"},
        {"de", "3. Mai 2024", "1. März 2024", "1. März 2024, 07:05 Uhr"},
        {"fr", "3 mai 2024", "1er mars 2024", "1er mars 2024, 07:05"},
        {"es", "3 de mayo de 2024", "1 de marzo de 2024", "1 de marzo de 2024, 07:05"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.tag);
        CHECK(Phrases::in_language(c.tag).day(third) == c.third);
        CHECK(Phrases::in_language(c.tag).day(first) == c.first);
        CHECK(Phrases::in_language(c.tag).moment(first) == c.moment);
    }
}

TEST_CASE("phrases: a moment without a time of day is a day") {
    DateTime day = moment_of(std::chrono::year{2024} / 5 / 3, 0min);
    day.has_time = false;
    CHECK(Phrases::in_language("en").moment(day) == "3 May 2024");
}

TEST_CASE("phrases: what is filled in is not taken for a placeholder") {
    const Phrases& english = Phrases::in_language("en");
    CHECK(english.text(Phrase::comments_on_part, "{b} and {c}", "2", "3") == "On “{b} and {c}” (2 of 3)");
    CHECK(english.counted(Phrase::more_losses, 7) == "… and 7 more");
}
