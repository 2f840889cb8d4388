#include "media/worker/geometry.h"

#include <algorithm>
#include <cmath>

namespace blogbind::media {

double fitting_scale(Size source, Size box) {
    const auto [short_edge, long_edge] = std::minmax(source.width, source.height);
    const auto [box_short, box_long] = std::minmax(box.width, box.height);
    const double pixels = static_cast<double>(source.width) * source.height;
    return std::min({1.0, static_cast<double>(std::min(box_long, longest_edge)) / long_edge,
                     static_cast<double>(box_short) / short_edge, std::sqrt(most_pixels / pixels)});
}

Size fitted(Size source, Size box) {
    const double scale = fitting_scale(source, box);
    const auto scaled = [scale](int edge) { return std::max(1, static_cast<int>(std::lround(edge * scale))); };
    return {scaled(source.width), scaled(source.height)};
}

std::optional<Size> covering(Size source, Size box) {
    const double scale =
        std::max(static_cast<double>(box.width) / source.width, static_cast<double>(box.height) / source.height);
    if (source.width * scale * source.height * scale > 5 * most_pixels) return std::nullopt;
    return Size{std::max(box.width, static_cast<int>(std::lround(source.width * scale))),
                std::max(box.height, static_cast<int>(std::lround(source.height * scale)))};
}

}  // namespace blogbind::media
