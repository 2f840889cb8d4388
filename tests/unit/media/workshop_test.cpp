#include "media/workshop.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <stdlib.h>

#include "base/base64.h"
#include "media/coastlines.h"
#include "unit/media/sample_pictures.h"

namespace blogbind::media {
namespace {

namespace fs = std::filesystem;
using test::Rgba;
using test::sample_gif;
using test::sample_jpeg;
using test::sample_png;
using test::seen_jpeg;

Rgba three_colours(int x, int) {
    constexpr Rgba colours[] = {{0, 0, 0, 255}, {255, 255, 255, 255}, {200, 30, 30, 255}};
    return colours[x / 10 % 3];
}

Rgba many_colours(int x, int y) {
    return {static_cast<std::uint8_t>(x), static_cast<std::uint8_t>(y), static_cast<std::uint8_t>(x + y), 255};
}

constexpr std::string_view drawing =
    "<svg xmlns='http://www.w3.org/2000/svg' width='60' height='40'><rect width='30' height='40' fill='red'/></svg>";

// 40 x 30 pixels of one colour.
constexpr std::string_view lossy_webp =
    "UklGRlwAAABXRUJQVlA4WAoAAAAAAAAAJwAAHQAAVlA4ID4AAABQAwCdASooAB4APrVYpk6nJSOi"
    "JWgA4BaJZwDKpoAAK/fDcAD+694vrvFpRr/+Wf+f3xd731I6+iwAAAAAAA==";
constexpr std::string_view lossless_webp = "UklGRh4AAABXRUJQVlA4TBEAAAAvJ0AHAAdQjyLXo/+BiOh/AAA=";

/// A folder whose worker programs can be exchanged.
class Programs {
  public:
    Programs() {
        std::string name = (fs::temp_directory_path() / "blogbind-test-XXXXXX").string();
        folder = mkdtemp(name.data());
    }
    ~Programs() { fs::remove_all(folder); }
    Programs(const Programs&) = delete;
    Programs& operator=(const Programs&) = delete;
    void put(std::string_view name, const fs::path& program) const {
        fs::remove(folder / name);
        fs::create_symlink(program, folder / name);
    }
    fs::path folder;
};

}  // namespace

TEST_CASE("Workshop: photographs become JPEG, drawings PNG") {
    struct Case {
        std::string_view name;
        std::string bytes;
        std::string_view media_type;
        int width, height, source_width;
    };
    const Case cases[] = {
        {"JPEG", sample_jpeg({.width = 400, .height = 300}), "image/jpeg", 100, 75, 400},
        {"JPEG in inks", sample_jpeg({.width = 40, .height = 30, .cmyk = true}), "image/jpeg", 40, 30, 40},
        {"PNG with few colours", sample_png(90, 60, three_colours), "image/png", 90, 60, 90},
        {"PNG with many", sample_png(200, 100, many_colours), "image/jpeg", 100, 50, 200},
        {"WebP that loses", base64_decoded(lossy_webp).value(), "image/jpeg", 40, 30, 40},
        {"WebP that loses nothing", base64_decoded(lossless_webp).value(), "image/png", 40, 30, 40},
        {"SVG, twice as large", std::string(drawing), "image/png", 100, 67, 60},
    };
    Workshop workshop(2);
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const auto picture = workshop.convert(c.bytes, {100, 100, 80, false});
        REQUIRE_MESSAGE(picture.has_value(), (picture ? "" : picture.error().message));
        CHECK(picture->media_type == c.media_type);
        CHECK(picture->width == c.width);
        CHECK(picture->height == c.height);
        CHECK(picture->source_width == c.source_width);
        CHECK_FALSE(picture->animated);
        if (c.media_type == "image/jpeg")
            CHECK(seen_jpeg(picture->bytes).markers == std::vector<std::string>{"APP0"});
        else
            CHECK(test::seen_png_size(picture->bytes) == std::array{c.width, c.height});
    }
}

TEST_CASE("Workshop: a drawing that is to be a JPEG is one") {
    const auto picture = Workshop(1).convert(sample_png(90, 60, three_colours), {100, 100, 80, false, true});
    REQUIRE(picture);
    CHECK(picture->media_type == "image/jpeg");
}

TEST_CASE("Workshop: where a picture was taken is nothing if it does not tell") {
    Workshop workshop(1);
    CHECK(!workshop.position_of(sample_jpeg({.orientation = 6})));
    CHECK(!workshop.position_of("no picture"));
}

TEST_CASE("Workshop: transparency becomes white") {
    Workshop workshop(1);
    const auto clear = [](int x, int y) { return Rgba{many_colours(x, y)[0], 0, static_cast<std::uint8_t>(y), 0}; };
    const auto picture = workshop.convert(sample_png(120, 120, clear), {});
    REQUIRE(picture);
    if (picture->media_type == "image/jpeg") CHECK(seen_jpeg(picture->bytes).quarter(false, false) == "white");
    CHECK(picture->bytes.size() < 2000);
}

TEST_CASE("Workshop: of an animation, the first frame is kept and the rest is said") {
    Workshop workshop(1);
    const auto still = workshop.convert(sample_gif(1), {});
    REQUIRE_MESSAGE(still.has_value(), (still ? "" : still.error().message));
    CHECK_FALSE(still->animated);
    const auto moving = workshop.convert(sample_gif(3), {});
    REQUIRE(moving);
    CHECK(moving->animated);
}

TEST_CASE("Workshop: what is no whole picture is an error that says so") {
    struct Case {
        std::string_view name;
        std::string bytes, message;
    };
    std::string half_png = sample_png(200, 200, many_colours);
    half_png.resize(half_png.size() / 2);
    const Case cases[] = {
        {"nothing", "", "is empty"},
        {"a page", "<!DOCTYPE html><html>404</html>", "is a web page"},
        {"JPEG's first bytes only", "\xFF\xD8\xFF\xE0 nonsense", "is not a readable JPEG"},
        {"half a PNG", half_png, "cannot be decoded completely"},
        {"enormous", std::string("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\1\0\0\0\1\0\0\x08\2\0\0\0\0\0\0\0", 33),
         "cannot be decoded completely"},
    };
    Workshop workshop(1);
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const auto picture = workshop.convert(c.bytes, {});
        REQUIRE_FALSE(picture);
        CHECK(picture.error().kind == ErrorKind::unreadable);
        CHECK(picture.error().message == c.message);
    }
}

TEST_CASE("Workshop: several threads get the same bytes as one") {
    Workshop workshop(2);
    std::vector<std::string> originals, expected, results(12);
    for (int i = 0; i < 12; ++i) originals.push_back(sample_jpeg({.width = 300 + i, .height = 200, .noisy = true}));
    for (const std::string& original : originals) expected.push_back(workshop.convert(original, {99, 99})->bytes);
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&, t] {
                for (int i = t; i < 12; i += 4) results[i] = workshop.convert(originals[i], {99, 99})->bytes;
            });
    }
    CHECK(results == expected);
}

TEST_CASE("Workshop: a worker that crashes costs its picture only") {
    const Programs programs;
    programs.put("blogbind-jpeg-worker", "/bin/true");
    Workshop workshop(1, programs.folder);
    const std::string original = sample_jpeg({});
    const auto lost = workshop.convert(original, {});
    REQUIRE_FALSE(lost);
    CHECK(lost.error().kind == ErrorKind::unreadable);
    programs.put("blogbind-jpeg-worker", JPEG_WORKER);
    CHECK(workshop.convert(original, {}).has_value());
}

TEST_CASE("Workshop: a worker that is not there is an error, not a crash") {
    const Programs programs;
    Workshop workshop(1, programs.folder);
    CHECK_FALSE(workshop.convert(sample_jpeg({}), {}));
}

TEST_CASE("draw_map: any route gives a map, with coastlines and without, twice the same") {
    Workshop workshop(1);
    const std::vector<MapOrder> orders{
        {{{"Huế, Vietnam", 16463700, 107590900}, {"서울", 37566000, 126978000}, {"القاهرة", 30044000, 31236000}}, "en", ""},
        {{{"A", 16000000, 107000000}, {"A", 16000000, 107000001}}, "en", ""},
        {{{"Wellington", -41300000, 174800000}, {"Apia", -13800000, -171800000}}, "en", std::string(coastline_folder)},
        {{{"Nowhere", 1000000, 1000000}}, "", "/no/such/folder/"},
    };
    for (const MapOrder& order : orders) {
        CAPTURE(order.route.front().name);
        const auto map = workshop.draw_map(order);
        REQUIRE(map);
        CHECK(map->media_type == "image/png");
        CHECK(std::max(map->width, map->height) == 1600);
        CHECK(map->bytes.substr(1, 3) == "PNG");
        CHECK(workshop.draw_map(order)->bytes == map->bytes);
    }
    CHECK_FALSE(workshop.draw_map({}));
}

TEST_CASE("coastlines_for: a map of a small piece of the earth has none") {
    CHECK(coastlines_for(std::vector<Position>{{35.1, 129.04}, {31.6, 130.56}}).empty());
}

TEST_CASE("draw_cover: any title gives a cover of the ordered size, twice the same") {
    struct Case {
        std::string_view name;
        CoverOrder order;
    };
    const std::string photograph = sample_jpeg({.width = 800, .height = 600});
    const Case cases[] = {
        {"one letter", {"A", "", "", "", "", 320, 480}},
        {"two hundred letters", {std::string(200, 'W'), "Subtitle", "Author", "Foot", photograph, 320, 480}},
        {"many words",
         {"A Very Long Account of Years Spent Between Hŭngnam, Kankō and the Pujŏn Reservoir, with Maps, "
          "Plates and an Index of All Places Visited: Being the Whole Truth",
          "", "Mara Ellingsen", "example.org", "", 320, 480}},
        {"several scripts", {"함흥 咸興 Huế", "سفر", "作者", "", photograph, 320, 480}},
        {"picture that is none", {"Title", "", "", "", "nonsense", 320, 480}},
    };
    Workshop workshop(1);
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const auto cover = workshop.draw_cover(c.order);
        REQUIRE_MESSAGE(cover.has_value(), (cover ? "" : cover.error().message));
        CHECK(cover->media_type == "image/jpeg");
        const auto seen = seen_jpeg(cover->bytes);
        CHECK(seen.width == 320);
        CHECK(seen.height == 480);
        CHECK(seen.markers == std::vector<std::string>{"APP0"});
        CHECK(workshop.draw_cover(c.order)->bytes == cover->bytes);
    }
}

}  // namespace blogbind::media
