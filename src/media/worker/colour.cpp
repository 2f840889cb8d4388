#include "media/worker/colour.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace blogbind::media {
namespace {

double linear(double value) { return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); }
double encoded(double light) { return light <= 0.0031308 ? light * 12.92 : 1.055 * std::pow(light, 1 / 2.4) - 0.055; }

constexpr int hues = 12;
constexpr Colour fallback{0.018, 0.024, 0.034};  // slate, for pictures without a colour of their own

/// 0 to 11 around the circle; -1 for greys.
int hue_of(const Colour& colour) {
    const auto [least, most] = std::minmax({colour.red, colour.green, colour.blue});
    const double range = most - least;
    if (range < 0.2 * most || most <= 0) return -1;
    double sixth = 0;
    if (most == colour.red)
        sixth = (colour.green - colour.blue) / range;
    else if (most == colour.green)
        sixth = (colour.blue - colour.red) / range + 2;
    else
        sixth = (colour.red - colour.green) / range + 4;
    return (static_cast<int>(std::floor(sixth * hues / 6)) + hues) % hues;
}

Colour mixed(const Colour& a, const Colour& b, double part_of_b) {
    const auto mix = [part_of_b](double x, double y) { return x + (y - x) * part_of_b; };
    return {mix(a.red, b.red), mix(a.green, b.green), mix(a.blue, b.blue)};
}

Colour scaled(const Colour& colour, double factor) {
    return {colour.red * factor, colour.green * factor, colour.blue * factor};
}

Colour dominant_dark(std::span<const std::uint32_t> picture) {
    struct Sum {
        Colour colour;
        double weight = 0;
    };
    std::array<Sum, hues> sums{};
    constexpr std::size_t step = 13;  // a thirteenth of the pixels says as much as all
    for (std::size_t i = 0; i < picture.size(); i += step) {
        const Colour colour = from_srgb(picture[i]);
        const int hue = hue_of(colour);
        if (hue < 0) continue;
        const double weight = 1 / (0.02 + luminance(colour));  // dark places count
        Sum& sum = sums[hue];
        sum.colour = {sum.colour.red + colour.red, sum.colour.green + colour.green, sum.colour.blue + colour.blue};
        sum.weight += weight;
    }
    const Sum& best = *std::ranges::max_element(sums, {}, &Sum::weight);
    return best.weight > 0 ? best.colour : fallback;
}

}  // namespace

Colour from_srgb(std::uint32_t srgb) {
    static const std::array<double, 256> light = [] {
        std::array<double, 256> table{};
        for (std::size_t i = 0; i < table.size(); ++i) table[i] = linear(static_cast<double>(i) / 255);
        return table;
    }();
    const auto part = [srgb](int shift) { return light[srgb >> shift & 0xFF]; };
    return {part(16), part(8), part(0)};
}

std::uint32_t to_srgb(const Colour& colour) {
    const auto part = [](double light) {
        return static_cast<std::uint32_t>(std::lround(encoded(std::clamp(light, 0.0, 1.0)) * 255));
    };
    return part(colour.red) << 16 | part(colour.green) << 8 | part(colour.blue);
}

double luminance(const Colour& colour) { return 0.2126 * colour.red + 0.7152 * colour.green + 0.0722 * colour.blue; }

double contrast(const Colour& a, const Colour& b) {
    const double first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

Colour panel_colour(std::span<const std::uint32_t> picture, const Colour& text) {
    constexpr double wanted_luminance = 0.028;  // L* 19
    constexpr double least_contrast = 9;
    const Colour hue = dominant_dark(picture);
    const double light = luminance(hue);
    Colour panel = scaled(mixed(hue, {light, light, light}, 0.35), wanted_luminance / light);
    while (contrast(panel, text) < least_contrast && luminance(panel) > 0.001) panel = scaled(panel, 0.9);
    return panel;
}

}  // namespace blogbind::media
