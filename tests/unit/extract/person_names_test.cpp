#include "extract/person_names.h"

#include <doctest/doctest.h>

namespace blogbind::extract {

TEST_CASE("person names: labels and organisations are no people") {
    for (const std::string_view name : {"Mara Ellingsen", "Jan van der Meer", "Øyvind O’Hara", "J. P. Sand-Lund"}) {
        CAPTURE(name);
        CHECK(looks_personal(name));
    }
    for (const std::string_view text :
         {"Mara", "Read more", "Photograph by Ed", "Harbour Press Agency", "Oslo 3 May", "we left at night", ""}) {
        CAPTURE(text);
        CHECK_FALSE(looks_personal(text));
    }
    CHECK(looks_like_single_name("Mara"));
    CHECK_FALSE(looks_like_single_name("Share"));
    CHECK_FALSE(looks_like_single_name("mara22"));
}

TEST_CASE("person names: each of several writers is one") {
    using Names = std::vector<std::string>;
    struct Case {
        std::string_view text;
        Names expected;
    };
    const Case cases[] = {
        {"By Mara Ellingsen, Ben Okafor and Lea Sand", {"Mara Ellingsen", "Ben Okafor", "Lea Sand"}},
        {"Mara Ellingsen und Ben Okafor", {"Mara Ellingsen", "Ben Okafor"}},
        {"Mara Ellingsen & Ben Okafor, The Night Press", {"Mara Ellingsen", "Ben Okafor"}},
        {"Mara Ellingsen, Oslo", {"Mara Ellingsen"}},
        {"Mara and Ben Okafor", {"Mara and Ben Okafor"}},
        {"Text: Mara Ellingsen", {"Mara Ellingsen"}},
        {"admin", {}},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(author_names(each.text, "Slow Blog") == each.expected);
    }
    CHECK(in_reading_order("Ellingsen, Mara") == "Mara Ellingsen");
    CHECK(in_reading_order("Mara Ellingsen, Ben Okafor") == "Mara Ellingsen, Ben Okafor");
}

}  // namespace blogbind::extract
