// Which size a picture gets.
#pragma once

#include <optional>

namespace blogbind::media {

struct Size {
    int width = 0, height = 0;
    friend bool operator==(const Size&, const Size&) = default;
};

/// No picture of a book is larger, whatever the device: common delivery services refuse it.
inline constexpr int longest_edge = 2560;
inline constexpr double most_pixels = 5.6e6;
/// Larger sources are refused before they are decoded.
inline constexpr double most_source_pixels = 200e6;

/// How much `source` shrinks to fit into `box` or `box` turned, whichever suits its shape: at most 1.
double fitting_scale(Size source, Size box);
/// `source` so shrunk; no edge is less than one pixel.
Size fitted(Size source, Size box);
/// `source` shrunk or enlarged until it just covers `box`; nothing if it is so narrow that it would be enormous.
std::optional<Size> covering(Size source, Size box);

}  // namespace blogbind::media
