// Where the names on a map stand, so that none covers another.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "media/worker/geometry.h"
#include "media/worker/map_frame.h"

namespace blogbind::media {

struct LabelBox {
    double left = 0, top = 0, right = 0, bottom = 0;
};

/// One box for each of `places`, of the size that stands beside it; nothing where it would cover another name or dot,
/// or leave the map. Of several free positions one that keeps clear of `route`, the lines from each point to the next,
/// is preferred. The ends of the route come first, then the others in their order.
std::vector<std::optional<LabelBox>> placed_labels(std::span<const MapPlace> places, std::span<const Size> sizes,
                                                   std::span<const MapPlace> route, Size map);

}  // namespace blogbind::media
