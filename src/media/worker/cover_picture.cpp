#include "media/worker/cover_picture.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>

#include "media/worker/resample.h"

namespace blogbind::media {
namespace {

constexpr int point = 16;  // of the weights below, which are those of JFIF 1.02

struct Rgb {
    int red = 0, green = 0, blue = 0;
    Rgb() = default;
    explicit Rgb(std::uint32_t colour)
        : red(colour >> 16 & 0xFF), green(colour >> 8 & 0xFF), blue(static_cast<int>(colour & 0xFF)) {}
};

std::uint8_t rounded(int value) { return static_cast<std::uint8_t>((value + (1 << (point - 1))) >> point); }

std::uint8_t brightness(std::uint32_t colour) {
    const Rgb rgb(colour);
    return rounded(19595 * rgb.red + 38470 * rgb.green + 7471 * rgb.blue);
}

/// The colour of four pixels, whose red, green and blue are added up.
std::array<std::uint8_t, 2> colour_of_four(const Rgb& sum) {
    const auto sample = [](int weighted) { return rounded(std::min((128 << point) + weighted / 4, 255 << point)); };
    return {sample(-11059 * sum.red - 21709 * sum.green + 32768 * sum.blue),
            sample(32768 * sum.red - 27439 * sum.green - 5329 * sum.blue)};
}

Rgb sum_of_four(const Pixels& pixels, int x, int y) {
    Rgb sum;
    for (const std::uint32_t* row : {pixels.row(y), pixels.row(std::min(y + 1, pixels.height - 1))})
        for (const int column : {x, std::min(x + 1, pixels.width - 1)}) {
            const Rgb rgb(row[column]);
            sum.red += rgb.red;
            sum.green += rgb.green;
            sum.blue += rgb.blue;
        }
    return sum;
}

std::uint32_t srgb(int brightness, int cb, int cr) {
    const auto byte = [](int value) { return static_cast<std::uint32_t>(std::clamp(value >> point, 0, 255)); };
    const int y = brightness << point, blue = cb - 128, red = cr - 128;
    return byte(y + 91881 * red) << 16 | byte(y - 22554 * blue - 46802 * red) << 8 | byte(y + 116130 * blue);
}

Span half(int edge) { return {(edge + 1) / 2, edge / 2.0}; }
Span whole(int edge) { return {edge, static_cast<double>(edge)}; }

/// Where the `kept` neighbours begin that have the largest sum; of several such places, the one nearest the middle.
int richest_stretch(const std::vector<long long>& amounts, int kept) {
    std::vector<long long> until(amounts.size() + 1);
    for (std::size_t i = 0; i < amounts.size(); ++i) until[i + 1] = until[i] + amounts[i];
    const int last = static_cast<int>(amounts.size()) - kept;
    int best = last / 2;
    for (int distance = 1; distance <= last; ++distance)
        for (const int begin : {last / 2 - distance, last / 2 + distance})
            if (begin >= 0 && begin <= last && until[begin + kept] - until[begin] > until[best + kept] - until[best])
                best = begin;
    return best / 2 * 2;  // brightness and colours begin together
}

/// How much changes from one pixel to the next, column by column and row by row.
struct Detail {
    std::vector<long long> columns, rows;

    explicit Detail(const Plane& plane) : columns(plane.width), rows(plane.height) {
        for (int y = 1; y < plane.height; ++y)
            for (int x = 1; x < plane.width; ++x) {
                const int here = plane.row(y)[x];
                const int change = std::abs(here - plane.row(y)[x - 1]) + std::abs(here - plane.row(y - 1)[x]);
                columns[x] += change;
                rows[y] += change;
            }
    }
};

Plane part_of(const Plane& plane, int left, int top, Size size) {
    Plane part(size.width, size.height);
    for (int y = 0; y < size.height; ++y) std::copy_n(plane.row(top + y) + left, size.width, part.row(y));
    return part;
}

/// Two rows of one colour, as most of a cover's are, take no more than their first pixel.
bool are_flat(const Pixels& pixels, int y) {
    const std::uint32_t* above = pixels.row(y);
    const std::uint32_t* below = pixels.row(std::min(y + 1, pixels.height - 1));
    const std::size_t bytes = static_cast<std::size_t>(pixels.width) * sizeof *above;
    return std::memcmp(above, above + 1, bytes - sizeof *above) == 0 && std::memcmp(above, below, bytes) == 0;
}

}  // namespace

PlanarPicture planes_of(const Pixels& pixels) {
    PlanarPicture picture = blank({pixels.width, pixels.height});
    for (int y = 0; y < pixels.height; y += 2) {
        // A flat stretch is what its first two pixels are.
        const int width = are_flat(pixels, y) ? std::min(2, pixels.width) : pixels.width;
        for (int row = y; row < std::min(y + 2, pixels.height); ++row) {
            std::uint8_t* to = picture.planes[0].row(row);
            std::transform(pixels.row(row), pixels.row(row) + width, to, brightness);
            std::fill(to + width, to + pixels.width, to[0]);
        }
        std::uint8_t* cb = picture.planes[1].row(y / 2);
        std::uint8_t* cr = picture.planes[2].row(y / 2);
        for (int x = 0; 2 * x < width; ++x) {
            const auto colour = colour_of_four(sum_of_four(pixels, 2 * x, y));
            cb[x] = colour[0];
            cr[x] = colour[1];
        }
        std::fill(cb + half(width).samples, cb + picture.planes[1].width, cb[0]);
        std::fill(cr + half(width).samples, cr + picture.planes[2].width, cr[0]);
    }
    return picture;
}

std::vector<std::uint32_t> colours_of(const PlanarPicture& picture) {
    const Plane& cb = picture.planes[1];
    const Plane& cr = picture.planes[2];
    std::vector<std::uint32_t> colours;
    colours.reserve(cb.samples.size());
    for (int y = 0; y < cb.height; ++y)
        for (int x = 0; x < cb.width; ++x)
            colours.push_back(srgb(picture.planes[0].row(2 * y)[2 * x], cb.row(y)[x], cr.row(y)[x]));
    return colours;
}

PlanarPicture coloured(PlanarPicture picture) {
    Plane grey(half(picture.width).samples, half(picture.height).samples);
    std::ranges::fill(grey.samples, std::uint8_t{128});
    picture.planes.resize(3, grey);
    return picture;
}

PlanarPicture scaled(const PlanarPicture& picture, Size size) {
    PlanarPicture result{size.width, size.height, {}};
    for (std::size_t i = 0; i < picture.planes.size(); ++i) {
        const auto span = i == 0 ? whole : half;
        PlaneScaler scaler(span(picture.width), span(picture.height), span(size.width), span(size.height));
        for (int y = 0; y < picture.planes[i].height; ++y) scaler.feed(picture.planes[i].row(y));
        result.planes.push_back(scaler.take());
    }
    return result;
}

PlanarPicture cropped(const PlanarPicture& picture, Size size) {
    if (picture.width == size.width && picture.height == size.height) return picture;
    const Detail detail(picture.planes[0]);
    const int left = richest_stretch(detail.columns, size.width), top = richest_stretch(detail.rows, size.height);
    PlanarPicture result{size.width, size.height, {}};
    for (std::size_t i = 0; i < picture.planes.size(); ++i) {
        const int part = i == 0 ? 1 : 2;
        result.planes.push_back(
            part_of(picture.planes[i], left / part, top / part, {size.width / part, size.height / part}));
    }
    return result;
}

PlanarPicture blank(Size size) {
    const Plane colour(half(size.width).samples, half(size.height).samples);
    return {size.width, size.height, {Plane(size.width, size.height), colour, colour}};
}

void place(PlanarPicture& whole, int top, const PlanarPicture& part) {
    for (std::size_t i = 0; i < whole.planes.size(); ++i)
        std::ranges::copy(part.planes[i].samples, whole.planes[i].row(i == 0 ? top : top / 2));
}

}  // namespace blogbind::media
