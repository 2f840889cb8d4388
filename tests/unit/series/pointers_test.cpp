#include "series/pointers.h"

#include <doctest/doctest.h>

using namespace blogbind::series;

TEST_CASE("direction_of reads where a link leads") {
    struct Case {
        std::string_view text;
        Direction expected;
    };
    const Case cases[] = {
        {"My next Kestrel Coast review", Direction::next},
        {"To be continued", Direction::next},
        {"Weiter geht es", Direction::next},
        {"La suite du voyage", Direction::next},
        {"Siguiente entrada", Direction::next},
        {"продолжение следует", Direction::next},
        {"次回はこちら", Direction::next},
        {"This is the continuation of my journey to Reef; you can read Part A", Direction::previous},
        {"« Previous", Direction::previous},
        {"Zurück zum Anfang", Direction::previous},
        {"前回の記事", Direction::previous},
        {"All four parts are listed on the trip index", Direction::index},
        {"a context without any", Direction::none},
        {"the nextdoor bakery", Direction::none},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(direction_of(c.text) == c.expected);
    }
}

TEST_CASE("is_bare_pointer knows words that say nothing of their own") {
    for (std::string_view text : {"HERE", "here.", "Click here", "hier", "こちら", "Aquí"}) {
        CAPTURE(text);
        CHECK(is_bare_pointer(text));
    }
    CHECK_FALSE(is_bare_pointer("here comes the ferry"));
}
