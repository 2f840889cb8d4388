// How libraries file titles and people.
#include "epub/sort_names.h"

#include <doctest/doctest.h>

using namespace blogbind::epub;

TEST_CASE("sort_names: a title's article moves to its end, in the title's language only") {
    CHECK(filed_title("The Slow Coast", "en-GB") == "Slow Coast, The");
    CHECK(filed_title("Die Küste", "de") == "Küste, Die");
    CHECK(filed_title("Die Hard", "en") == "Die Hard");
    CHECK(filed_title("The", "en") == "The");
}

TEST_CASE("sort_names: people are filed under their last name where it comes last") {
    CHECK(filed_person("Mara Lindqvist") == "Lindqvist, Mara");
    CHECK(filed_person("Mara") == "Mara");
    CHECK(filed_person("Lindqvist, Mara") == "Lindqvist, Mara");
    CHECK(filed_person("김 서연") == "김 서연");
}
