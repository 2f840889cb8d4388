// Pictures that the tests make and look at themselves.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace blogbind::test {

struct SampleJpeg {
    int width = 64, height = 48;
    int quality = 80;
    bool grey = false, progressive = false;
    bool cmyk = false;
    int brightness_sampling = 2;  ///< 1 for 4:4:4
    int orientation = 0;          ///< 0: no EXIF
    bool noisy = false;           ///< incompressible, for files that are to be cut off
};
/// Four quarters: red and green above, blue and white below (in greys: four different ones).
std::string sample_jpeg(const SampleJpeg& wanted);

using Rgba = std::array<std::uint8_t, 4>;
std::string sample_png(int width, int height, const std::function<Rgba(int x, int y)>& colour);
/// A black GIF, 32 pixels square.
std::string sample_gif(int frames);

struct SeenJpeg {
    int width = 0, height = 0, components = 0;
    bool progressive = false;
    std::array<int, 2> brightness_sampling{};
    std::vector<std::string> markers;  ///< in their order: "APP0", "APP1", "COM", …
    std::vector<std::uint8_t> rgb;
    /// What the middle of a quarter shows: "red", "green", "blue", "white", or else its three numbers.
    [[nodiscard]] std::string quarter(bool right, bool below) const;
    /// All four: "red green / blue white".
    [[nodiscard]] std::string quarters() const;
};
SeenJpeg seen_jpeg(std::string_view bytes);
std::array<int, 2> seen_png_size(std::string_view bytes);

}  // namespace blogbind::test
