#include "media/worker/planes.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace blogbind::media {
namespace {

/// Rows of letters, parted by spaces.
PlanarPicture picture(std::string_view rows) {
    const int width = static_cast<int>(rows.find(' '));
    const int height = static_cast<int>(rows.size() + 1) / (width + 1);
    PlanarPicture result{width, height, {Plane(width, height)}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            result.planes[0].row(y)[x] = static_cast<std::uint8_t>(rows[static_cast<std::size_t>(y * (width + 1) + x)]);
    return result;
}

std::string rows_of(const PlanarPicture& picture) {
    std::string rows;
    for (int y = 0; y < picture.height; ++y) {
        if (y > 0) rows += ' ';
        for (int x = 0; x < picture.width; ++x) rows += static_cast<char>(picture.planes[0].row(y)[x]);
    }
    return rows;
}

}  // namespace

TEST_CASE("upright: each EXIF orientation shows the letters as they were meant") {
    // What TIFF 6.0 says of the stored rows: row 0 is the visual top, right side, …
    struct Case {
        int orientation;
        std::string_view stored;
    };
    const Case cases[] = {{1, "abc def"},  {2, "cba fed"},  {3, "fed cba"},  {4, "def abc"},
                          {5, "ad be cf"}, {6, "cf be ad"}, {7, "fc eb da"}, {8, "da eb fc"}};
    for (const Case& c : cases) {
        CAPTURE(c.orientation);
        CHECK(rows_of(upright(picture(c.stored), c.orientation)) == "abc def");
    }
}

TEST_CASE("upright: an orientation that does not exist changes nothing") {
    CHECK(rows_of(upright(picture("abc def"), 77)) == "abc def");
}

TEST_CASE("crop_to_height keeps the upper rows") {
    PlanarPicture cropped = picture("abc def ghi");
    crop_to_height(cropped, 2);
    CHECK(rows_of(cropped) == "abc def");
}

}  // namespace blogbind::media
