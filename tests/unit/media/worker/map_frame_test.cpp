// What a map shows.
#include "media/worker/map_frame.h"

#include <doctest/doctest.h>

#include <vector>

using namespace blogbind;
using namespace blogbind::media;

namespace {

bool is_inside(const MapFrame& frame, const Position& position) {
    const MapPlace place = frame.place(position);
    return place.x > 0 && place.y > 0 && place.x < frame.size().width && place.y < frame.size().height;
}

}  // namespace

TEST_CASE("map_frame: all places lie inside, whatever their number and distance") {
    const std::vector<std::vector<Position>> routes{
        {{16.46, 107.59}},
        {{16.46, 107.59}, {21.03, 105.85}},
        {{-41.3, 174.8}, {21.3, -157.9}},  // over the date line
        {{64.1, -21.9}, {-54.8, -68.3}, {35.7, 139.7}},
        {{90, 10}, {-90, -170}},
    };
    for (const std::vector<Position>& route : routes) {
        const MapFrame frame(route, 1600);
        CHECK(std::max(frame.size().width, frame.size().height) == 1600);
        CHECK(frame.size().width * 3 <= frame.size().height * 5);
        CHECK(frame.size().height * 3 <= frame.size().width * 4 + 3);
        for (const Position& position : route) CHECK(is_inside(frame, position));
    }
}

TEST_CASE("map_frame: a route over the date line does not lead around the earth") {
    const MapFrame frame(std::vector<Position>{{-41.3, 174.8}, {-13.8, -171.8}}, 1000);
    CHECK(frame.extent().east - frame.extent().west < 40);
    CHECK(frame.place({-41.3, 174.8}).x < frame.place({-13.8, -171.8}).x);
}

TEST_CASE("map_frame: north is up and east is right") {
    const MapFrame frame(std::vector<Position>{{10, 20}, {12, 22}}, 1000);
    CHECK(frame.place({12, 20}).y < frame.place({10, 20}).y);
    CHECK(frame.place({10, 20}).x < frame.place({10, 22}).x);
}
