#include "media/worker/colour.h"

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

namespace blogbind::media {

TEST_CASE("colours survive the way to linear light and back") {
    for (const std::uint32_t colour : {0x000000U, 0xFFFFFFU, 0x123456U, 0xF7F0E4U})
        CHECK(to_srgb(from_srgb(colour)) == colour);
}

TEST_CASE("contrast: black on white is 21") {
    CHECK(contrast(from_srgb(0xFFFFFF), from_srgb(0)) == doctest::Approx(21));
}

TEST_CASE("panel_colour: text stands out from it, whatever the picture") {
    struct Case {
        std::string_view name;
        std::uint32_t colour;
    };
    const Case cases[] = {{"white", 0xFFFFFF}, {"black", 0},         {"sky", 0x88BBEE},
                          {"sand", 0xE0C080},  {"forest", 0x104010}, {"blue", 0x0000FF}};
    const Colour text = from_srgb(0xF7F0E4);
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const std::vector<std::uint32_t> picture(1000, c.colour);
        CHECK(contrast(from_srgb(to_srgb(panel_colour(picture, text))), text) >= 9);
    }
}

TEST_CASE("panel_colour: takes the picture's hue") {
    const std::vector<std::uint32_t> meadow(1000, 0x408030);
    const Colour panel = panel_colour(meadow, from_srgb(0xF7F0E4));
    CHECK(panel.green > panel.red);
    CHECK(panel.green > panel.blue);
}

}  // namespace blogbind::media
