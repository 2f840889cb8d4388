#include "media/coastlines.h"

#include <algorithm>
#include <filesystem>

namespace blogbind::media {

std::string coastlines_for(std::span<const Position> places) {
    constexpr double least_span = 8;  // degrees: a large country
    const auto [south, north] = std::ranges::minmax(places, {}, &Position::latitude);
    const auto [west, east] = std::ranges::minmax(places, {}, &Position::longitude);
    if (std::max(north.latitude - south.latitude, east.longitude - west.longitude) < least_span) return {};
    std::error_code missing;
    const std::string folder(coastline_folder);
    return std::filesystem::is_regular_file(folder + std::string(coarse_land), missing) ? folder : std::string();
}

}  // namespace blogbind::media
