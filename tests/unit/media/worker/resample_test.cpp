#include "media/worker/resample.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <string_view>
#include <vector>

namespace blogbind::media {
namespace {

Plane scaled(const Plane& from, int width, int height) {
    const auto span = [](int edge) { return Span{edge, static_cast<double>(edge)}; };
    PlaneScaler scaler(span(from.width), span(from.height), span(width), span(height));
    for (int y = 0; y < from.height; ++y) scaler.feed(from.row(y));
    return scaler.take();
}

}  // namespace

TEST_CASE("lanczos: the weights of each sample add up to one") {
    const Filter filter = lanczos({301, 300.5}, {77, 77});
    for (std::size_t i = 0; i < filter.first.size(); ++i) {
        const auto begin = filter.weights.begin() + static_cast<std::ptrdiff_t>(i) * filter.taps;
        CHECK(std::accumulate(begin, begin + filter.taps, 0) == 1 << 14);
    }
}

TEST_CASE("PlaneScaler: an even surface stays even up to its edges") {
    struct Case {
        std::string_view name;
        int width, height, to_width, to_height;
    };
    const Case cases[] = {
        {"a little smaller", 100, 80, 83, 66},
        {"a quarter", 100, 80, 25, 20},
        {"to a point", 100, 80, 1, 1},
        {"from very little", 3, 2, 2, 1},
        {"one row", 40, 1, 20, 1},
        {"the same size", 17, 9, 17, 9},
        {"colours of a narrow picture", 1, 40, 2, 20},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        Plane even(c.width, c.height);
        std::fill(even.samples.begin(), even.samples.end(), std::uint8_t{200});
        const Plane result = scaled(even, c.to_width, c.to_height);
        REQUIRE(result.width == c.to_width);
        REQUIRE(result.height == c.to_height);
        CHECK(std::count(result.samples.begin(), result.samples.end(), 200) ==
              static_cast<std::ptrdiff_t>(result.samples.size()));
    }
}

TEST_CASE("PlaneScaler: a slope stays a slope, and nothing moves") {
    Plane slope(200, 100);
    for (int y = 0; y < slope.height; ++y)
        for (int x = 0; x < slope.width; ++x) slope.row(y)[x] = static_cast<std::uint8_t>(x);
    const Plane half = scaled(slope, 100, 50);
    for (int x = 10; x < 90; ++x) {
        CHECK(half.row(25)[x] >= 2 * x);
        CHECK(half.row(25)[x] <= 2 * x + 1);
    }
}

TEST_CASE("PlaneScaler: an edge between black and white neither wraps around nor blurs away") {
    Plane edge(200, 20);
    for (int y = 0; y < edge.height; ++y)
        for (int x = 100; x < edge.width; ++x) edge.row(y)[x] = 255;
    const Plane half = scaled(edge, 100, 10);
    CHECK(half.row(5)[47] < 20);
    CHECK(half.row(5)[48] < 20);
    CHECK(half.row(5)[51] > 235);
    CHECK(half.row(5)[52] > 235);
}

}  // namespace blogbind::media
