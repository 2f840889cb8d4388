#include "base/csv.h"

#include <doctest/doctest.h>

#include <string>

using namespace blogbind;

TEST_CASE("csv: RFC 4180, and what spreadsheets make of it") {
    const Csv table(
        "\xEF\xBB\xBF"
        "name,text,end\r\n\"Fog, thick\",\"two\nlines and \"\"quotes\"\"\",x\r\n\r\nshort\r\n\"open");
    REQUIRE(table.size() == 3);
    CHECK(table.has("text"));
    CHECK_FALSE(table.has("missing"));
    CHECK(table.value(0, "name") == "Fog, thick");
    CHECK(table.value(0, "text") == "two\nlines and \"quotes\"");
    CHECK(table.value(0, "end") == "x");
    CHECK(table.value(1, "name") == "short");
    CHECK(table.value(1, "text").empty());
    CHECK(table.value(2, "name") == "open");
    CHECK(table.value(9, "name").empty());
    CHECK(Csv("").size() == 0);
}

TEST_CASE("csv: rows without end are cut") {
    const Csv table("a,b\n" + std::string(100'000, ','));
    CHECK(table.size() == 1);
    CHECK(table.value(0, "b").empty());
}
