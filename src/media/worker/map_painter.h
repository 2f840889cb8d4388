// Draws the map of a journey.
#pragma once

#include "base/result.h"
#include "media/workshop.h"

namespace blogbind::media {

/// A PNG in greys. Coastlines that cannot be read are left out. Error usage: no point, or more than a map can show.
Result<Picture> paint_map(const MapOrder& order);

}  // namespace blogbind::media
