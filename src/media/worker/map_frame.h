// Which part of the earth a map shows, and where a point of it comes to lie.
#pragma once

#include <span>

#include "base/position.h"
#include "media/worker/geometry.h"

namespace blogbind::media {

struct MapPlace {
    double x = 0, y = 0;  ///< in pixels, from the upper left corner
};

/// Degrees; east may be beyond 180 where the map crosses the date line.
struct MapExtent {
    double west = 0, south = 0, east = 0, north = 0;
};

/// A map on which a degree north is as long as one east is in its middle.
class MapFrame {
  public:
    /// Around all positions, with air between them and the edges. No side is longer than `edge`. REQUIRES: not empty.
    MapFrame(std::span<const Position> positions, int edge);
    [[nodiscard]] Size size() const { return size_; }
    [[nodiscard]] const MapExtent& extent() const { return extent_; }
    /// On this side of the date line, if the map crosses it.
    [[nodiscard]] MapPlace place(const Position& position) const;
    /// As many turns around the earth east of where it is.
    [[nodiscard]] MapPlace place_turned(const Position& position, int turns) const;

  private:
    MapExtent extent_;
    Size size_;
};

}  // namespace blogbind::media
