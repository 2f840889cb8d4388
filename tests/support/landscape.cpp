#include "support/landscape.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include <jpeglib.h>

namespace blogbind::testing {
namespace {

struct Colour {
    double red, green, blue;
};

struct Palette {
    Colour zenith, horizon, sun, far, near;
};

constexpr std::array palettes{
    Palette{{58, 108, 168}, {232, 226, 206}, {255, 248, 220}, {138, 160, 178}, {42, 66, 54}},   // morning
    Palette{{46, 120, 190}, {198, 224, 236}, {255, 255, 240}, {122, 152, 168}, {58, 84, 40}},   // noon
    Palette{{64, 48, 104}, {246, 164, 96}, {255, 226, 150}, {142, 92, 110}, {38, 30, 44}},      // dusk
    Palette{{12, 18, 40}, {64, 84, 116}, {236, 238, 226}, {40, 54, 78}, {8, 12, 20}},           // moonlight
    Palette{{140, 150, 160}, {222, 224, 222}, {240, 240, 236}, {166, 172, 174}, {72, 78, 74}},  // fog
};

std::uint32_t hashed(std::string_view name) {  // FNV-1a
    std::uint32_t hash = 2166136261U;
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash;
}

/// A number in [0, 1) that belongs to `x` and `y`.
double scatter(std::uint32_t seed, int x, int y) {
    std::uint32_t h =
        seed ^ (static_cast<std::uint32_t>(x) * 0x9e3779b1U) ^ (static_cast<std::uint32_t>(y) * 0x85ebca6bU);
    h = (h ^ (h >> 15)) * 0x2c1b3c6dU;
    h = (h ^ (h >> 12)) * 0x297a2d39U;
    return (h ^ (h >> 15)) / 4294967296.0;
}

double mixed(double a, double b, double share) { return a + (b - a) * share; }

Colour mixed(const Colour& a, const Colour& b, double share) {
    return {mixed(a.red, b.red, share), mixed(a.green, b.green, share), mixed(a.blue, b.blue, share)};
}

/// A smooth line through scattered heights.
double wave(std::uint32_t seed, double x, int row) {
    const int left = static_cast<int>(std::floor(x));
    const double t = x - left;
    return mixed(scatter(seed, left, row), scatter(seed, left + 1, row), t * t * (3 - 2 * t));
}

/// A ridge: coarse waves with finer ones on top; in [0, 1).
double ridge(std::uint32_t seed, double x, int row) {
    double height = 0;
    for (int octave = 0; octave < 5; ++octave)
        height += wave(seed, x * (1 << octave), row * 8 + octave) / (2 << octave);
    return height;
}

struct View {
    std::uint32_t seed;
    Palette palette;
    double shore;  ///< below it is water
    double sun_x, sun_y;
    static constexpr int ridges = 4;
};

View view_of(std::string_view name) {
    const std::uint32_t seed = hashed(name);
    return {seed, palettes[seed % palettes.size()], 0.68 + 0.2 * scatter(seed, 1, -1),
            0.15 + 0.7 * scatter(seed, 2, -1), 0.12 + 0.22 * scatter(seed, 3, -1)};
}

/// The land and sky at (x, y), both in [0, 1] from the upper left.
Colour above_water(const View& view, double x, double y) {
    for (int row = View::ridges - 1; row >= 0; --row) {  // the nearest first
        const double base = mixed(0.42, view.shore, row / (View::ridges - 1.0));
        const double top = base - 0.3 * ridge(view.seed, x * (2.0 + row), row) * (1.1 - 0.2 * row);
        if (y > top) {
            const Colour slope = mixed(view.palette.far, view.palette.near, row / (View::ridges - 1.0));
            return mixed(slope, view.palette.horizon, std::clamp((y - top) * 1.6, 0.0, 0.35));  // haze lies in valleys
        }
    }
    const Colour sky = mixed(view.palette.zenith, view.palette.horizon, std::clamp(y / 0.6, 0.0, 1.0));
    const double distance = std::hypot((x - view.sun_x) * 1.5, y - view.sun_y);
    return mixed(sky, view.palette.sun, std::clamp((0.05 - distance) * 200, 0.0, 1.0) + 0.35 * std::exp(-distance * 9));
}

Colour colour_at(const View& view, double x, double y) {
    if (y <= view.shore) return above_water(view, x, y);
    const double ripple = 0.012 * (wave(view.seed, y * 140, 77) - 0.5) * (1 + 8 * (y - view.shore));
    const double mirrored = view.shore - (y - view.shore) * 1.3;
    return mixed(above_water(view, x + ripple, std::max(mirrored, 0.0)), view.palette.near, 0.3);
}

unsigned char sample(double value, double grain) {
    return static_cast<unsigned char>(std::clamp(value + grain, 0.0, 255.0));
}

using Row = std::vector<unsigned char>;  // red, green, blue for each pixel

void paint_row(const View& view, int width, int height, int y, Row& row) {
    for (int x = 0; x < width; ++x) {
        const Colour colour = colour_at(view, (x + 0.5) / width, (y + 0.5) / height);
        const double grain = 5 * (scatter(view.seed, x, y) - 0.5);
        unsigned char* pixel = &row[static_cast<std::size_t>(x) * 3];
        pixel[0] = sample(colour.red, grain);
        pixel[1] = sample(colour.green, grain);
        pixel[2] = sample(colour.blue, grain);
    }
}

/// `paint(y, row)` fills one row after the other.
template <class Paint>
std::string jpeg_file(int width, int height, int quality, Paint paint) {
    jpeg_compress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&jpeg, &bytes, &size);
    jpeg.image_width = static_cast<JDIMENSION>(width);
    jpeg.image_height = static_cast<JDIMENSION>(height);
    jpeg.input_components = 3;
    jpeg.in_color_space = JCS_RGB;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, quality, TRUE);
    jpeg_start_compress(&jpeg, TRUE);
    Row row(static_cast<std::size_t>(width) * 3);
    for (int y = 0; y < height; ++y) {
        paint(y, row);
        JSAMPROW line = row.data();
        jpeg_write_scanlines(&jpeg, &line, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    std::string result(reinterpret_cast<const char*>(bytes), size);
    std::free(bytes);
    return result;
}

}  // namespace

std::string landscape(int width, int height, std::string_view name) {
    const View view = view_of(name);
    return jpeg_file(width, height, 88, [&](int y, Row& row) { paint_row(view, width, height, y, row); });
}

std::string noise(int width, int height, std::string_view name) {
    const std::uint32_t seed = hashed(name);
    return jpeg_file(width, height, 98, [&](int y, Row& row) {
        for (std::size_t i = 0; i < row.size(); ++i)
            row[i] = static_cast<unsigned char>(256 * scatter(seed, static_cast<int>(i), y));
    });
}

}  // namespace blogbind::testing
