#include "media/worker/jpeg.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "unit/media/sample_pictures.h"

namespace blogbind::media {
namespace {

using test::sample_jpeg;
using test::SampleJpeg;
using test::seen_jpeg;
using test::SeenJpeg;

constexpr PictureOrder small_box{200, 150, 80, false};

}  // namespace

TEST_CASE("convert_jpeg: whatever comes, the book gets a plain baseline JPEG of the right size") {
    struct Case {
        std::string_view name;
        SampleJpeg sample;
        int width, height;
    };
    const Case cases[] = {
        {"reduced", {.width = 401, .height = 299}, 200, 149},
        {"reduced to a quarter by the decoder", {.width = 1600, .height = 1200}, 200, 150},
        {"progressive", {.width = 400, .height = 300, .progressive = true}, 200, 150},
        {"4:4:4", {.width = 400, .height = 300, .brightness_sampling = 1}, 200, 150},
        {"upright", {.width = 300, .height = 400}, 150, 200},
        {"fits: taken over", {.width = 120, .height = 90}, 120, 90},
        {"fits, progressive: transcoded", {.width = 120, .height = 90, .progressive = true}, 120, 90},
        {"fits, but stored too finely", {.width = 121, .height = 91, .quality = 100}, 121, 91},
        {"one pixel", {.width = 1, .height = 1}, 1, 1},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const Result<Picture> picture = convert_jpeg(sample_jpeg(c.sample), small_box);
        REQUIRE(picture);
        CHECK(picture->width == c.width);
        CHECK(picture->height == c.height);
        CHECK(picture->source_width == c.sample.width);
        const SeenJpeg seen = seen_jpeg(picture->bytes);
        CHECK(seen.width == c.width);
        CHECK(seen.height == c.height);
        CHECK(seen.components == 3);
        CHECK_FALSE(seen.progressive);
        CHECK(seen.markers == std::vector<std::string>{"APP0"});
        if (c.width > 1) CHECK(seen.quarters() == "red green / blue white");
    }
}

TEST_CASE("convert_jpeg: colours are stored at half size") {
    const auto picture = convert_jpeg(sample_jpeg({.width = 400, .height = 300, .brightness_sampling = 1}), small_box);
    REQUIRE(picture);
    CHECK(seen_jpeg(picture->bytes).brightness_sampling == std::array{2, 2});
}

TEST_CASE("convert_jpeg: a file that fits loses nothing but its metadata") {
    const std::string original = sample_jpeg({.width = 160, .height = 96, .orientation = 1});
    const auto picture = convert_jpeg(original, small_box);
    REQUIRE(picture);
    CHECK(seen_jpeg(picture->bytes).rgb == seen_jpeg(original).rgb);
    CHECK(seen_jpeg(picture->bytes).markers == std::vector<std::string>{"APP0"});
}

TEST_CASE("convert_jpeg: grey pictures stay grey, and all are grey on demand") {
    const auto grey = convert_jpeg(sample_jpeg({.width = 400, .height = 300, .grey = true}), small_box);
    REQUIRE(grey);
    CHECK(seen_jpeg(grey->bytes).components == 1);
    const auto made_grey = convert_jpeg(sample_jpeg({.width = 100, .height = 80}), {200, 150, 80, true});
    REQUIRE(made_grey);
    CHECK(seen_jpeg(made_grey->bytes).components == 1);
}

TEST_CASE("convert_jpeg: every EXIF orientation comes out upright") {
    // Which stored quarters, seen through the orientation, show which colours.
    constexpr std::string_view shown[] = {"red green / blue white", "green red / white blue", "white blue / green red",
                                          "blue white / red green", "red blue / green white", "blue red / white green",
                                          "white green / blue red", "green white / red blue"};
    for (int orientation = 1; orientation <= 8; ++orientation) {
        CAPTURE(orientation);
        const auto picture =
            convert_jpeg(sample_jpeg({.width = 96, .height = 64, .orientation = orientation}), small_box);
        REQUIRE(picture);
        CHECK(seen_jpeg(picture->bytes).quarters() == shown[orientation - 1]);
        CHECK(picture->width == (orientation >= 5 ? 64 : 96));
        CHECK(picture->source_width == (orientation >= 5 ? 64 : 96));
        CHECK(seen_jpeg(picture->bytes).markers == std::vector<std::string>{"APP0"});
    }
}

TEST_CASE("convert_jpeg: a picture of which much is missing is refused, a little is cut away") {
    struct Case {
        std::string_view name;
        SampleJpeg sample;
        double part;
        bool readable;
    };
    const SampleJpeg large{.width = 640, .height = 960, .noisy = true};
    const SampleJpeg fitting{.width = 128, .height = 192, .noisy = true};
    const SampleJpeg progressive{.width = 640, .height = 960, .progressive = true, .noisy = true};
    const Case cases[] = {
        {"a third is missing", large, 0.67, false},
        {"a twentieth is missing", large, 0.95, true},
        {"a third is missing, fits", fitting, 0.67, false},
        {"a twentieth is missing, fits", fitting, 0.95, true},
        {"progressive, first scans missing", progressive, 0.03, false},
        {"only the head", large, 0.005, false},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        std::string bytes = sample_jpeg(c.sample);
        bytes.resize(static_cast<std::size_t>(static_cast<double>(bytes.size()) * c.part));
        const auto picture = convert_jpeg(bytes, {300, 200, 80, false});
        CHECK(picture.has_value() == c.readable);
        if (!picture) continue;
        CHECK(picture->cut_off);
        CHECK(seen_jpeg(picture->bytes).height == picture->height);
        CHECK(picture->height < (c.sample.height > 200 ? 300 : 192));
        CHECK(picture->height > (c.sample.height > 200 ? 260 : 160));
    }
}

TEST_CASE("convert_jpeg: the same file gives the same bytes") {
    const std::string original = sample_jpeg({.width = 500, .height = 333, .noisy = true});
    CHECK(convert_jpeg(original, small_box)->bytes == convert_jpeg(original, small_box)->bytes);
}

TEST_CASE("jpeg_kind: what is ours and what is not") {
    CHECK(jpeg_kind(sample_jpeg({})) == JpegKind::plain);
    CHECK(jpeg_kind(sample_jpeg({.grey = true})) == JpegKind::plain);
    CHECK(jpeg_kind(sample_jpeg({.cmyk = true, .brightness_sampling = 1})) == JpegKind::exotic);
    CHECK(jpeg_kind("\xFF\xD8\xFF nonsense") == JpegKind::broken);
    CHECK(jpeg_kind("") == JpegKind::broken);
}

TEST_CASE("convert_jpeg: damaged files end in a picture or an error, never otherwise") {
    const std::string original = sample_jpeg({.width = 160, .height = 120, .progressive = true, .noisy = true});
    for (std::size_t at = 2; at < original.size(); at += 37) {
        std::string damaged = original;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x5A);
        if (jpeg_kind(damaged) != JpegKind::plain) continue;
        const auto picture = convert_jpeg(damaged, {100, 100, 80, false});
        if (picture) CHECK(seen_jpeg(picture->bytes).width == picture->width);
    }
}

}  // namespace blogbind::media
