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
