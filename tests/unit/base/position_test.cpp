// Positions as pages write them.
#include "base/position.h"

#include <doctest/doctest.h>

#include <string_view>

using namespace blogbind;

TEST_CASE("position: a pair is read as pages write it, and nonsense is nothing") {
    struct Case {
        std::string_view name, text;
        std::optional<Position> expected;
    };
    const Case cases[] = {
        {"geo.position", "57.64911;10.40744", Position{57.64911, 10.40744}},
        {"ICBM", "-33.86, 151.21", Position{-33.86, 151.21}},
        {"georss:point", "16.4637 107.5909", Position{16.4637, 107.5909}},
        {"space around", " +1.5 ; -2 ", Position{1.5, -2}},
        {"the Gulf of Guinea", "0, 0", std::nullopt},
        {"beyond the pole", "91, 5", std::nullopt},
        {"beyond the date line", "5; 181", std::nullopt},
        {"words", "here, there", std::nullopt},
        {"not a number", "nan, inf", std::nullopt},
        {"degrees and minutes", "57°38′, 10°24′", std::nullopt},
        {"one number", "57.6", std::nullopt},
        {"empty", "", std::nullopt},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(parsed_position(c.text) == c.expected);
    }
}

TEST_CASE("central_position: of a day's photographs the one amid the others; one far away does not count") {
    CHECK(!central_position({}));
    const Position near[] = {{35.1, 129.0}, {48.2, 16.4}, {35.2, 129.1}, {35.3, 129.2}};
    CHECK(central_position(near) == Position{35.2, 129.1});
    const Position over_the_date_line[] = {{-17, 179.9}, {-17, -179.9}, {-17, 179.8}, {-17, 170}, {-17, -170}};
    CHECK(central_position(over_the_date_line) == Position{-17, 179.9});
}

TEST_CASE("position: rounded to a kilometre, and in words") {
    CHECK(to_a_kilometre({35.17849, -129.0756}) == Position{35.18, -129.08});
    CHECK(in_degrees({35.18, 129.08}) == "35.18°N 129.08°E");
    CHECK(in_degrees({-12.05, -77.05}) == "12.05°S 77.05°W");
}
