// Colours as the eye weighs them.
#pragma once

#include <cstdint>
#include <span>

namespace blogbind::media {

/// Linear light, 0 to 1.
struct Colour {
    double red = 0, green = 0, blue = 0;
};

Colour from_srgb(std::uint32_t srgb);  ///< 0x00RRGGBB
std::uint32_t to_srgb(const Colour& colour);
double luminance(const Colour& colour);
/// WCAG 2: 1 to 21.
double contrast(const Colour& a, const Colour& b);

/// The hue that most of a picture's dark places have, so dark that `text` stands out from it at least ninefold.
Colour panel_colour(std::span<const std::uint32_t> picture, const Colour& text);

}  // namespace blogbind::media
