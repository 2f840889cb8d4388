#include "media/worker/cover_picture.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

namespace blogbind::media {
namespace {

Pixels filled(int width, int height, std::uint32_t colour) {
    Pixels pixels(width, height);
    std::ranges::fill(pixels.colours, colour);
    return pixels;
}

bool about_the_same(std::uint32_t a, std::uint32_t b) {
    for (const int shift : {16, 8, 0})
        if (std::abs(static_cast<int>(a >> shift & 0xFF) - static_cast<int>(b >> shift & 0xFF)) > 2) return false;
    return true;
}

}  // namespace

TEST_CASE("planes_of, colours_of: colours survive the way to planes and back") {
    for (const std::uint32_t colour : {0x000000U, 0xFFFFFFU, 0xFF0000U, 0x00FF00U, 0x0000FFU, 0x1F2A36U, 0xF7F0E4U}) {
        CAPTURE(colour);
        const PlanarPicture picture = planes_of(filled(5, 3, colour));
        CHECK(picture.planes[0].samples.size() == 15);
        const auto colours = colours_of(picture);
        CHECK(colours.size() == 6);
        CHECK(std::ranges::all_of(colours, [=](std::uint32_t seen) { return about_the_same(seen, colour); }));
    }
}

TEST_CASE("cropped: keeps what shows most, or the middle where nothing does") {
    struct Case {
        const char* name;
        int detail_at, first_begin, last_begin;
    };
    const Case cases[] = {{"on the left", 4, 0, 4}, {"on the right", 35, 16, 20}, {"nowhere", -1, 10, 10}};
    for (const Case& c : cases) {
        CAPTURE(c.name);
        Pixels pixels = filled(40, 10, 0x808080);
        if (c.detail_at >= 0) pixels.colours[5 * 40 + c.detail_at] = 0xFFFFFF;
        PlanarPicture picture = planes_of(pixels);
        // A sample of colour tells where its column was.
        for (int x = 0; x < 20; ++x) picture.planes[1].row(0)[x] = static_cast<std::uint8_t>(2 * x);
        const PlanarPicture part = cropped(picture, {20, 10});
        CHECK(part.planes[0].width == 20);
        const int begin = part.planes[1].row(0)[0];
        CHECK(begin >= c.first_begin);
        CHECK(begin <= c.last_begin);
    }
}

TEST_CASE("place: one picture above the other") {
    PlanarPicture both = blank({4, 8});
    place(both, 0, planes_of(filled(4, 2, 0xFF0000)));
    place(both, 2, planes_of(filled(4, 6, 0x0000FF)));
    const auto colours = colours_of(both);
    CHECK(about_the_same(colours.front(), 0xFF0000));
    CHECK(about_the_same(colours.back(), 0x0000FF));
}

TEST_CASE("coloured: a grey picture gets colours without a tint") {
    const PlanarPicture grey{4, 4, {planes_of(filled(4, 4, 0x777777)).planes[0]}};
    const auto colours = colours_of(coloured(grey));
    CHECK(std::ranges::all_of(colours, [](std::uint32_t seen) { return seen == 0x777777; }));
}

}  // namespace blogbind::media
