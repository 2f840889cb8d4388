// Where the outlines of land and lakes are, if Debian's package python-cartopy-data is there: GSHHG, the Global
// Self-consistent Hierarchical High-resolution Geography of Wessel and Smith, in its coarse versions.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/position.h"

namespace blogbind::media {

inline constexpr std::string_view coastline_folder = "/usr/share/cartopy/data/shapefiles/gshhs/";
inline constexpr std::string_view coarse_land = "c/GSHHS_c_L1.shp", coarse_lakes = "l/GSHHS_l_L2.shp";
/// As the colophon names them.
inline constexpr std::string_view coastline_source = "GSHHG (Wessel & Smith)";

/// The folder for a map of these places; empty if there is none, or if they lie so near to each other that the coarse
/// lines, which err by some ten kilometres, would mislead. REQUIRES: not empty.
std::string coastlines_for(std::span<const Position> places);

}  // namespace blogbind::media
