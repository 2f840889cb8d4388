// Names on a map.
#include "media/worker/map_labels.h"

#include <doctest/doctest.h>

using namespace blogbind::media;

namespace {

bool overlap(const LabelBox& a, const LabelBox& b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

}  // namespace

TEST_CASE("map_labels: no name covers another, or a dot, or leaves the map") {
    std::vector<MapPlace> places;
    for (int i = 0; i < 60; ++i) places.push_back({100.0 + i * 37 % 800, 80.0 + i * 53 % 640});
    const std::vector<Size> sizes(places.size(), Size{150, 40});
    const Size map{1000, 800};
    const auto boxes = placed_labels(places, sizes, places, map);
    REQUIRE(boxes.size() == places.size());
    CHECK(boxes.front());
    CHECK(boxes.back());
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (!boxes[i]) continue;
        CHECK((boxes[i]->left >= 0 && boxes[i]->top >= 0 && boxes[i]->right <= 1000 && boxes[i]->bottom <= 800));
        for (const MapPlace& dot : places)
            CHECK(!(dot.x > boxes[i]->left && dot.x < boxes[i]->right && dot.y > boxes[i]->top &&
                    dot.y < boxes[i]->bottom));
        for (std::size_t j = 0; j < i; ++j)
            if (boxes[j]) CHECK(!overlap(*boxes[i], *boxes[j]));
    }
}

TEST_CASE("map_labels: a name stands to the right, unless the route leads there") {
    const std::vector<MapPlace> places{{500, 400}};
    const std::vector<Size> sizes{{150, 40}};
    CHECK(placed_labels(places, sizes, places, {1000, 800})[0]->left > 500);
    const std::vector<MapPlace> eastwards{{500, 400}, {990, 400}};
    const auto box = placed_labels(places, sizes, eastwards, {1000, 800})[0];
    REQUIRE(box);
    CHECK((box->bottom < 400 || box->top > 400 || box->right < 500));
}
