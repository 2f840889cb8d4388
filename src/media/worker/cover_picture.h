// The two parts of a cover, a picture and a panel of words, in the planes that a JPEG stores.
#pragma once

#include <cstdint>
#include <vector>

#include "media/worker/geometry.h"
#include "media/worker/planes.h"

namespace blogbind::media {

/// Opaque colours, 0x00RRGGBB, row by row.
struct Pixels {
    int width = 0, height = 0;
    std::vector<std::uint32_t> colours;

    Pixels(int w, int h) : width(w), height(h), colours(static_cast<std::size_t>(w) * static_cast<std::size_t>(h)) {}
    [[nodiscard]] const std::uint32_t* row(int y) const {
        return colours.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
    }
};

PlanarPicture planes_of(const Pixels& pixels);
/// One colour, 0x00RRGGBB, for each sample of the planes of colour. REQUIRES: three planes.
std::vector<std::uint32_t> colours_of(const PlanarPicture& picture);
/// With planes of colour, if it had none.
PlanarPicture coloured(PlanarPicture picture);
PlanarPicture scaled(const PlanarPicture& picture, Size size);
/// The part of that size that shows most. REQUIRES: an even size, in no direction larger than the picture.
PlanarPicture cropped(const PlanarPicture& picture, Size size);
/// Three planes of nothing yet.
PlanarPicture blank(Size size);
/// Copies a strip of the whole's width into it. REQUIRES: both have three planes; an even `top`; it fits.
void place(PlanarPicture& whole, int top, const PlanarPicture& part);

}  // namespace blogbind::media
