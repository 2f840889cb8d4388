// What a picture must be for a reading device.
#pragma once

#include <span>
#include <string_view>

namespace blogbind::media {

struct Device {
    std::string_view name;
    int width, height;      ///< pixels of the screen, upright; pictures are fitted into this box either way up
    bool grey;              ///< the screen shows no colours
    std::string_view note;  ///< which models, for --list-devices
};
/// All devices; the first is "generic".
std::span<const Device> devices();
/// Null if there is none of that name.
const Device* find_device(std::string_view name);

struct PictureOptions {
    int max_width = 1600, max_height = 1600;
    int quality = 80;
    bool grayscale = false;
    bool omit = false;    ///< --no-images: captions stay, pictures do not
    bool locate = false;  ///< --places exif: where photographs were taken is wanted
};

}  // namespace blogbind::media
