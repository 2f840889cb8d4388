#include "base/date.h"

#include <doctest/doctest.h>

using namespace blogbind;

namespace {

std::string text_of(const std::optional<DateTime>& date) { return date ? rfc3339(*date) : "nothing"; }

}  // namespace

TEST_CASE("date: parse_date reads what programs write") {
    struct Case {
        std::string_view name, text, expected;
    };
    const Case cases[] = {
        {"RFC 3339", "2019-05-01T08:00:00+02:00", "2019-05-01T08:00:00+02:00"},
        {"UTC", "2019-05-01T08:00:00Z", "2019-05-01T08:00:00Z"},
        {"fraction", "2019-05-01T08:00:00.123-03:30", "2019-05-01T08:00:00-03:30"},
        {"offset without colon", "2019-05-01T08:00:00+0200", "2019-05-01T08:00:00+02:00"},
        {"space, no seconds", " 2019-05-01 08:00 ", "2019-05-01T08:00:00Z"},
        {"day only", "2019-05-01", "2019-05-01"},
        {"end of the day", "2019-12-31T24:00:00Z", "2020-01-01T00:00:00Z"},
        {"leap second", "2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"},
        {"leap day", "2020-02-29", "2020-02-29"},
        {"mail", "Wed, 01 May 2019 08:00:00 +0200", "2019-05-01T08:00:00+02:00"},
        {"mail, GMT", "Wed, 01 May 2019 08:00:00 GMT", "2019-05-01T08:00:00Z"},
        {"mail, zone name", "Wed, 1 May 2019 08:00 EDT", "2019-05-01T08:00:00-04:00"},
        {"mail, no weekday", "1 May 2019 08:00:00 +0000", "2019-05-01T08:00:00Z"},
        {"mail, comment", "Wed, 01 May 2019 08:00:00 +0200 (CEST)", "2019-05-01T08:00:00+02:00"},
        {"mail, year of two digits", "1 May 19 08:00:00 UT", "2019-05-01T08:00:00Z"},
        {"mail, year of last century", "1 May 97 08:00:00 UT", "1997-05-01T08:00:00Z"},
        {"old HTTP", "Wednesday, 01-May-19 08:00:00 GMT", "2019-05-01T08:00:00Z"},
        {"feed with names of another language", "mer., 01 mai 2019 08:00:00 +0200", "2019-05-01T08:00:00+02:00"},
        {"no such month", "2019-13-01", "nothing"},
        {"no such day", "2019-02-29", "nothing"},
        {"no such hour", "2019-05-01T25:00:00Z", "nothing"},
        {"MySQL's nothing", "0000-00-00 00:00:00", "nothing"},
        {"text behind", "2019-05-01 news", "nothing"},
        {"prose", "last Wednesday", "nothing"},
        {"empty", "", "nothing"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(text_of(parse_date(c.text)) == c.expected);
    }
}

TEST_CASE("date: without an offset none is invented") {
    const std::optional<DateTime> date = parse_date("2019-05-01 08:00");
    REQUIRE(date);
    CHECK_FALSE(date->offset);
    CHECK(date->has_time);
    CHECK_FALSE(parse_date("2019-05-01")->has_time);
}

TEST_CASE("date: utc takes the offset into account, day does not") {
    const std::optional<DateTime> date = parse_date("2019-05-01T00:30:00+02:00");
    REQUIRE(date);
    CHECK(rfc3339_utc(date->utc()) == "2019-04-30T22:30:00Z");
    CHECK(iso_day(*date) == "2019-05-01");
}

TEST_CASE("date: date_in_path needs year, month and day") {
    struct Case {
        std::string_view name, path, expected;
    };
    const Case cases[] = {
        {"permalink", "/2019/05/01/slug/", "2019-05-01"},
        {"below a folder", "/blog/2019/05/01/slug", "2019-05-01"},
        {"no day", "/2019/05/slug", "nothing"},
        {"a numbered post is no day", "/2019/05/1234", "nothing"},
        {"no such day", "/2019/02/30/slug", "nothing"},
        {"no year", "/1234/05/01/", "nothing"},
        {"empty", "", "nothing"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(text_of(date_in_path(c.path)) == c.expected);
    }
}

TEST_CASE("date: from_unix_seconds is in UTC") {
    CHECK(rfc3339(from_unix_seconds(1556697600)) == "2019-05-01T08:00:00Z");
    CHECK(rfc3339(from_unix_seconds(-1)) == "1969-12-31T23:59:59Z");
}
