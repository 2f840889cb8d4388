// Pictures as JPEG stores them: one plane for brightness and, unless grey, two of half its size for colour.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace blogbind::media {

struct Plane {
    int width = 0, height = 0;
    std::vector<std::uint8_t> samples;

    Plane() = default;
    Plane(int w, int h) : width(w), height(h), samples(static_cast<std::size_t>(w) * static_cast<std::size_t>(h)) {}
    [[nodiscard]] std::uint8_t* row(int y) { return samples.data() + static_cast<std::size_t>(y) * width; }
    [[nodiscard]] const std::uint8_t* row(int y) const { return samples.data() + static_cast<std::size_t>(y) * width; }
};

/// Y, or Y Cb Cr where the colours have (width + 1) / 2 columns and (height + 1) / 2 rows.
struct PlanarPicture {
    int width = 0, height = 0;
    std::vector<Plane> planes;
};

/// The picture as it was meant to be seen, for an EXIF orientation (TIFF 6.0, tag 274) of 1 to 8.
PlanarPicture upright(PlanarPicture picture, int orientation);
/// Only the first `height` rows. REQUIRES: 0 < height <= picture.height.
void crop_to_height(PlanarPicture& picture, int height);

}  // namespace blogbind::media
