#include "media/worker/map_frame.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace blogbind::media {
namespace {

constexpr double full_turn = 360;
constexpr double least_span = 0.01;  // degrees: a walk through a town
constexpr double air = 0.14;         // on each side, in spans
constexpr double narrowest = 0.75, widest = 1.6;

/// The meridian behind the widest gap: all positions then lie within the least span east of it.
double western_edge(std::span<const Position> positions) {
    std::vector<double> meridians;
    for (const Position& position : positions) meridians.push_back(position.longitude);
    std::ranges::sort(meridians);
    double west = meridians.front(), widest_gap = meridians.front() + full_turn - meridians.back();
    for (std::size_t i = 1; i < meridians.size(); ++i) {
        if (meridians[i] - meridians[i - 1] <= widest_gap) continue;
        widest_gap = meridians[i] - meridians[i - 1];
        west = meridians[i];
    }
    return west;
}

double east_of(double west, double longitude) { return longitude < west ? longitude + full_turn : longitude; }

void widen(double& low, double& high, double span) {
    const double middle = (low + high) / 2;
    low = middle - span / 2;
    high = middle + span / 2;
}

MapExtent extent_around(std::span<const Position> positions) {
    const double west = western_edge(positions);
    MapExtent extent{west, 90, west, -90};
    for (const Position& position : positions) {
        extent.south = std::min(extent.south, position.latitude);
        extent.north = std::max(extent.north, position.latitude);
        extent.east = std::max(extent.east, east_of(west, position.longitude));
    }
    return extent;
}

/// How long a degree east is, in degrees north.
double shrinkage(const MapExtent& extent) {
    const double middle = std::clamp((extent.south + extent.north) / 2, -80.0, 80.0);
    return std::cos(middle * std::numbers::pi / 180);
}

}  // namespace

MapFrame::MapFrame(std::span<const Position> positions, int edge) : extent_(extent_around(positions)) {
    const double degree = shrinkage(extent_);
    double wide = std::max((extent_.east - extent_.west) * degree, least_span),
           high = std::max(extent_.north - extent_.south, least_span);
    const double margin = std::max(wide, high) * air;
    wide += 2 * margin;
    high += 2 * margin;
    wide = std::max(wide, high * narrowest);
    high = std::max(high, wide / widest);
    widen(extent_.west, extent_.east, wide / degree);
    widen(extent_.south, extent_.north, high);
    const double scale = edge / std::max(wide, high);
    size_ = {static_cast<int>(std::lround(wide * scale)), static_cast<int>(std::lround(high * scale))};
}

MapPlace MapFrame::place_turned(const Position& position, int turns) const {
    const double east = position.longitude + full_turn * turns;
    return {(east - extent_.west) / (extent_.east - extent_.west) * size_.width,
            (extent_.north - position.latitude) / (extent_.north - extent_.south) * size_.height};
}

MapPlace MapFrame::place(const Position& position) const {
    double turns = std::floor((extent_.east - position.longitude) / full_turn);
    if (position.longitude + full_turn * turns < extent_.west) turns += 1;
    return place_turned(position, static_cast<int>(turns));
}

}  // namespace blogbind::media
