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
        {"an old code", "iw", "he"},
        {"script and region", "zh-Hant-TW", "zh"},
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
        {"en", 0, "0 comments"},       {"en", 1, "1 comment"},       {"en", 2, "2 comments"},
        {"de", 1, "1 Kommentar"},      {"de", 21, "21 Kommentare"},  {"fr", 0, "0 commentaire"},
        {"fr", 1, "1 commentaire"},    {"fr", 2, "2 commentaires"},  {"pt", 0, "0 comentário"},
        {"es", 0, "0 comentarios"},    {"pl", 1, "1 komentarz"},     {"pl", 2, "2 komentarze"},
        {"pl", 5, "5 komentarzy"},     {"pl", 12, "12 komentarzy"},  {"pl", 22, "22 komentarze"},
        {"ru", 1, "1 комментарий"},    {"ru", 2, "2 комментария"},   {"ru", 5, "5 комментариев"},
        {"ru", 11, "11 комментариев"}, {"ru", 21, "21 комментарий"}, {"ja", 1, "コメント1件"},
        {"zh", 3, "3 条评论"},         {"zh-TW", 3, "3 則留言"},     {"ko", 2, "댓글 2개"},
        {"ar", 0, "لا تعليقات"},       {"ar", 1, "تعليق واحد"},      {"ar", 2, "تعليقان"},
        {"ar", 3, "3 تعليقات"},        {"ar", 11, "11 تعليقًا"},      {"ar", 100, "100 تعليق"},
        {"he", 1, "תגובה אחת"},        {"he", 2, "שתי תגובות"},      {"he", 12, "12 תגובות"},
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
        {"it", "3 maggio 2024", "1º marzo 2024", "1º marzo 2024, 07:05"},
        {"pt", "3 de maio de 2024", "1º de março de 2024", "1º de março de 2024, 07:05"},
        {"pl", "3 maja 2024", "1 marca 2024", "1 marca 2024, 07:05"},
        {"ru", "3 мая 2024 года", "1 марта 2024 года", "1 марта 2024 года, 07:05"},
        {"ja", "2024年5月3日", "2024年3月1日", "2024年3月1日 07:05"},
        {"zh", "2024年5月3日", "2024年3月1日", "2024年3月1日 07:05"},
        {"ko", "2024년 5월 3일", "2024년 3월 1일", "2024년 3월 1일 07:05"},
        {"ar", "3 مايو 2024", "1 مارس 2024", "1 مارس 2024، 07:05"},
        {"he", "3 במאי 2024", "1 במרץ 2024", "1 במרץ 2024, 07:05"},
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

TEST_CASE("phrases: Chinese characters follow the script or the region that the tag names") {
    struct Case {
        std::string_view name, tag, expected;
    };
    const Case cases[] = {
        {"nothing said", "zh", "目录"},
        {"script", "zh-Hant", "目錄"},
        {"script and region", "zh-Hant-HK", "目錄"},
        {"region", "zh_TW", "目錄"},
        {"the other region", "zh-CN", "目录"},
        {"the other script", "zh-Hans", "目录"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(Phrases::in_language(c.tag).text(Phrase::contents) == c.expected);
    }
}

TEST_CASE("phrases: texts are put together with the language's own signs") {
    struct Case {
        std::string_view tag, list, line, sentences, with_detail;
    };
    const Case cases[] = {
        {"en", "A, B", "A. B", "A. B.", "A: B"},
        {"fr", "A, B", "A. B", "A. B.", "A\u00a0: B"},
        {"ja", "A、B", "A。B", "A.B.", "A：B"},
        {"ar", "A، B", "A. B", "A. B.", "A: B"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.tag);
        const Phrases& phrases = Phrases::in_language(c.tag);
        CHECK(phrases.list({"A", "B"}) == c.list);
        CHECK(phrases.line({"A", "B"}) == c.line);
        CHECK(phrases.sentences({"A.", "B."}) == c.sentences);
        CHECK(phrases.with_detail("A", "B") == c.with_detail);
        CHECK(phrases.with_detail("A", "") == "A");
    }
}
