#include "media/worker/geometry.h"

#include <doctest/doctest.h>

#include <string_view>

namespace blogbind::media {

TEST_CASE("fitted: a picture uses the box either way up, keeps its shape and never grows") {
    struct Case {
        std::string_view name;
        Size source, box, expected;
    };
    const Case cases[] = {
        {"landscape in an upright box", {4000, 3000}, {1264, 1680}, {1680, 1260}},
        {"portrait in an upright box", {3000, 4000}, {1264, 1680}, {1260, 1680}},
        {"box given lying", {3000, 4000}, {1680, 1264}, {1260, 1680}},
        {"square", {3000, 3000}, {1264, 1680}, {1264, 1264}},
        {"fits as it is", {800, 600}, {1264, 1680}, {800, 600}},
        {"panorama", {10000, 1000}, {1264, 1680}, {1680, 168}},
        {"hairline", {5000, 1}, {1000, 1000}, {1000, 1}},
        {"no picture is longer than shops take", {8000, 2000}, {9000, 9000}, {2560, 640}},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const Size size = fitted(c.source, c.box);
        CHECK(size.width == c.expected.width);
        CHECK(size.height == c.expected.height);
    }
}

TEST_CASE("fitted: no picture has more pixels than shops take") {
    const Size size = fitted({6000, 6000}, {9000, 9000});
    CHECK(static_cast<double>(size.width) * size.height <= most_pixels * 1.001);
}

TEST_CASE("covering: both edges reach the box, and one of them no further") {
    CHECK(covering({1000, 500}, {400, 400}) == Size{800, 400});
    CHECK(covering({30, 60}, {300, 200}) == Size{300, 600});
    CHECK_FALSE(covering({1, 30000}, {300, 200}));
}

}  // namespace blogbind::media
