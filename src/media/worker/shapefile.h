// Outlines of land and lakes. ESRI Shapefile Technical Description, 1998: polygons only.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "base/position.h"

namespace blogbind::media {

/// Calls `take` for each ring of each polygon, in the file's order. False if it is no such file or ends too early; what
/// was read until then has been taken.
bool each_ring(const std::string& path, const std::function<void(std::span<const Position>)>& take);

}  // namespace blogbind::media
