// Every kind of picture but the plain JPEG, and the pixels of covers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "media/workshop.h"

namespace blogbind::media {

/// Loads the library and allows it only the kinds of files that blogs have. REQUIRES: called once, before the sandbox.
bool start_vips(const char* program);

Result<Picture> convert_picture(std::string_view bytes, const PictureOrder& order);

/// Opaque colours, 0x00RRGGBB, row by row.
struct Pixels {
    int width = 0, height = 0;
    std::vector<std::uint32_t> colours;

    Pixels() = default;
    Pixels(int w, int h) : width(w), height(h), colours(static_cast<std::size_t>(w) * static_cast<std::size_t>(h)) {}
};
/// The picture, scaled to fill width x height; what is cut away is where it has least to show.
Result<Pixels> picture_filling(std::string_view bytes, int width, int height);
/// A baseline JPEG of at most `limit` bytes, if coarser coding can achieve that.
Result<std::string> jpeg_of(const Pixels& pixels, std::size_t limit);

}  // namespace blogbind::media
