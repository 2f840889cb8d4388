#include "media/worker/planes.h"

#include <algorithm>
#include <utility>

namespace blogbind::media {
namespace {

struct Turn {
    bool transposed, mirrored, flipped;  ///< rows become columns first, then left and right, top and bottom change
};

/// By orientation: index 0 and whatever is out of range mean upright.
constexpr Turn turns[] = {{false, false, false}, {false, false, false}, {false, true, false},
                          {false, true, true},   {false, false, true},  {true, false, false},
                          {true, true, false},   {true, true, true},    {true, false, true}};

Plane transposed(const Plane& plane) {
    Plane result(plane.height, plane.width);
    constexpr int block = 32;  // both planes' rows of a block fit into the first-level cache
    for (int top = 0; top < plane.height; top += block)
        for (int left = 0; left < plane.width; left += block)
            for (int y = top; y < std::min(top + block, plane.height); ++y)
                for (int x = left; x < std::min(left + block, plane.width); ++x) result.row(x)[y] = plane.row(y)[x];
    return result;
}

void mirror(Plane& plane) {
    for (int y = 0; y < plane.height; ++y) std::reverse(plane.row(y), plane.row(y) + plane.width);
}

void flip(Plane& plane) {
    for (int y = 0; y < plane.height / 2; ++y)
        std::swap_ranges(plane.row(y), plane.row(y) + plane.width, plane.row(plane.height - 1 - y));
}

}  // namespace

PlanarPicture upright(PlanarPicture picture, int orientation) {
    const Turn turn = orientation >= 1 && orientation <= 8 ? turns[orientation] : turns[1];
    for (Plane& plane : picture.planes) {
        if (turn.transposed) plane = transposed(plane);
        if (turn.mirrored) mirror(plane);
        if (turn.flipped) flip(plane);
    }
    if (turn.transposed) std::swap(picture.width, picture.height);
    return picture;
}

void crop_to_height(PlanarPicture& picture, int height) {
    picture.height = height;
    for (std::size_t i = 0; i < picture.planes.size(); ++i) {
        Plane& plane = picture.planes[i];
        plane.height = i == 0 ? height : (height + 1) / 2;
        plane.samples.resize(static_cast<std::size_t>(plane.width) * static_cast<std::size_t>(plane.height));
    }
}

}  // namespace blogbind::media
