#include <doctest/doctest.h>

#include "base/date.h"

using namespace blogbind;

namespace {

std::string text_of(const std::optional<DateTime>& date) { return date ? rfc3339(*date) : "nothing"; }

struct Case {
    std::string_view name, text, expected;
};

}  // namespace

TEST_CASE("written date: the languages of blogs") {
    const Case cases[] = {
        {"English", "May 1, 2019", "2019-05-01"},
        {"English, ordinal", "1st of May 2019", "2019-05-01"},
        {"English, short", "Sept. 1, 2019", "2019-09-01"},
        {"German", "1. März 2019", "2019-03-01"},
        {"Austrian", "1. Jänner 2019", "2019-01-01"},
        {"French", "1er août 2019", "2019-08-01"},
        {"French, weekday like a month", "mar. 1 janv. 2019", "2019-01-01"},
        {"Spanish", "1 de mayo de 2019", "2019-05-01"},
        {"Italian", "1 maggio 2019", "2019-05-01"},
        {"Portuguese", "1º de março de 2019", "2019-03-01"},
        {"Dutch", "1 mei 2019", "2019-05-01"},
        {"Polish", "1 maja 2019 r.", "2019-05-01"},
        {"Russian", "1 мая 2019 г.", "2019-05-01"},
        {"Ukrainian", "1 травня 2019", "2019-05-01"},
        {"Swedish", "den 1 maj 2019", "2019-05-01"},
        {"Danish", "1. marts 2019", "2019-03-01"},
        {"Norwegian", "1. desember 2019", "2019-12-01"},
        {"Finnish", "1. toukokuuta 2019", "2019-05-01"},
        {"Czech, June", "1. června 2019", "2019-06-01"},
        {"Czech, July", "1. července 2019", "2019-07-01"},
        {"Slovak", "1. júla 2019", "2019-07-01"},
        {"Hungarian", "2019. május 1.", "2019-05-01"},
        {"Romanian", "1 mai 2019", "2019-05-01"},
        {"Catalan", "1 de maig de 2019", "2019-05-01"},
        {"Turkish", "1 Ağustos 2019", "2019-08-01"},
        {"Greek", "1 Μαΐου 2019", "2019-05-01"},
        {"Bulgarian", "1 февруари 2019", "2019-02-01"},
        {"Estonian", "1. märts 2019", "2019-03-01"},
        {"Galician", "1 de xullo de 2019", "2019-07-01"},
        {"Arabic", "1 مايو، 2019", "2019-05-01"},
        {"Hebrew", "1 במאי 2019", "2019-05-01"},
        {"Indonesian", "1 Agustus 2019", "2019-08-01"},
        {"Vietnamese", "1 Tháng 5, 2019", "2019-05-01"},
        {"Japanese", "2019年5月1日", "2019-05-01"},
        {"Japanese, weekday", "2019年12月31日(火)", "2019-12-31"},
        {"Chinese, month in words", "2019 年 十二月 1 日", "2019-12-01"},
        {"Chinese theme", "5 月 1, 2019", "2019-05-01"},
        {"Korean", "2019년 5월 1일", "2019-05-01"},
        {"Korean, dots", "2019. 5. 1.", "2019-05-01"},
        {"Japanese, year of an era", "令和6年5月3日", "2024-05-03"},
        {"Japanese, first year of an era", "平成元年 1月8日", "1989-01-08"},
        {"Japanese, full-width year of an era", "昭和６３年12月1日(木)", "1988-12-01"},
        {"Chinese, years of the republic", "民國113年5月3日", "2024-05-03"},
        {"full-width digits", "２０１９年５月１日", "2019-05-01"},
        {"capitals", "1 MÄRZ 2019", "2019-03-01"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(text_of(parse_written_date(c.text)) == c.expected);
    }
}

TEST_CASE("written date: times of day") {
    const Case cases[] = {
        {"English", "May 1, 2019 at 8:00 am", "2019-05-01T08:00:00Z"},
        {"afternoon", "May 1, 2019 at 8:05 p.m.", "2019-05-01T20:05:00Z"},
        {"noon", "May 1, 2019, 12:30 PM", "2019-05-01T12:30:00Z"},
        {"midnight", "May 1, 2019, 12:30am", "2019-05-01T00:30:00Z"},
        {"hour alone", "May 1, 2019 8pm", "2019-05-01T20:00:00Z"},
        {"before the date", "20:15 on May 1, 2019", "2019-05-01T20:15:00Z"},
        {"German", "1. Mai 2019 um 8:00 Uhr", "2019-05-01T08:00:00Z"},
        {"German, dot", "1. Mai 2019, 8.30 Uhr", "2019-05-01T08:30:00Z"},
        {"French", "1 mai 2019 à 20h30", "2019-05-01T20:30:00Z"},
        {"Danish", "1. maj 2019 kl. 8.30", "2019-05-01T08:30:00Z"},
        {"Finnish", "1.5.2019 klo 8.30", "2019-05-01T08:30:00Z"},
        {"Japanese", "2019年5月1日 午後3時05分", "2019-05-01T15:05:00Z"},
        {"Chinese", "2019年5月1日 下午3:05", "2019-05-01T15:05:00Z"},
        {"Korean", "2019년 5월 1일 오전 12:05", "2019-05-01T00:05:00Z"},
        {"zone", "May 1, 2019 8:00 am EST", "2019-05-01T08:00:00-05:00"},
        {"zone by number", "1 May 2019 08:00 GMT+2", "2019-05-01T08:00:00+02:00"},
        {"Unix", "Wed May  1 08:00:00 CEST 2019", "2019-05-01T08:00:00+02:00"},
        {"seconds", "1.5.2019 08:00:59", "2019-05-01T08:00:59Z"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(text_of(parse_written_date(c.text)) == c.expected);
    }
}

TEST_CASE("written date: numbers count only where their order is known") {
    const Case cases[] = {
        {"year first", "2019/5/1", "2019-05-01"},
        {"dots: day first", "05.06.2019", "2019-06-05"},
        {"day beyond twelve", "25/12/2019", "2019-12-25"},
        {"American", "12/25/2019", "2019-12-25"},
        {"both the same", "05/05/2019", "2019-05-05"},
        {"ambiguous", "05/06/2019", "nothing"},
        {"ambiguous, hyphens", "05-06-2019", "nothing"},
        {"version", "1.2.3.2019", "nothing"},
        {"score", "3-2-2019 games", "nothing"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(text_of(parse_written_date(c.text)) == c.expected);
    }
}

TEST_CASE("written date: nothing is guessed") {
    const Case cases[] = {
        {"words around", "Posted on May 1, 2019 by Ann", "2019-05-01"},
        {"number in front", "Part 3 May 1, 2019", "2019-05-01"},
        {"month and year", "May 2019", "nothing"},
        {"count before the month", "5 comments, May 2019", "nothing"},
        {"count and comma", "12, May 2019", "nothing"},
        {"day and month", "1 May", "nothing"},
        {"no such day", "31 April 2019", "nothing"},
        {"relative", "3 days ago", "nothing"},
        {"month as a verb", "You may read 12 posts", "nothing"},
        {"empty", "", "nothing"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(text_of(parse_written_date(c.text)) == c.expected);
    }
}

TEST_CASE("written date: long and broken text is no trouble") {
    CHECK(text_of(parse_written_date(std::string(1'000'000, '1'))) == "nothing");
    CHECK(text_of(parse_written_date("1 May 2019 \xff\xfe")) == "2019-05-01");
    CHECK(text_of(parse_written_date("1. Mai 2019" + std::string(1000, ' ') + "日")) == "2019-05-01");
}
