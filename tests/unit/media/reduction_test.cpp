// Pictures that give way, and those that need not.
#include "media/reduction.h"

#include <doctest/doctest.h>

#include <tuple>

#include "unit/media/sample_pictures.h"

using namespace blogbind;
using namespace blogbind::media;
using namespace blogbind::test;

namespace {

Rgba noise(int x, int y) {
    const auto value = [&](int a) { return static_cast<std::uint8_t>((x * 37 + y * 91 + x * y * a) % 251); };
    return {value(3), value(7), value(11), 255};
}

Resource stored(Spill& spill, std::string path, std::string media_type, const std::string& bytes) {
    Resource resource;
    resource.path = std::move(path);
    resource.media_type = std::move(media_type);
    resource.bytes = spill.append(bytes).value();
    return resource;
}

}  // namespace

TEST_CASE("reduction: quality goes down before edges, and nothing ever goes up") {
    auto before = std::tuple(100, 1648, 1236);
    for (std::size_t step = 0; step < reduction_steps(); ++step) {
        const PictureOrder order = reduced_order({.max_width = 1236, .max_height = 1648, .quality = 72}, step);
        CAPTURE(step);
        CHECK(order.quality <= 72);
        CHECK((order.max_height == 1648 || order.quality < 60));
        CHECK(order.max_width == 1236 * order.max_height / 1648);
        const auto now = std::tuple(order.quality, order.max_height, order.max_width);
        CHECK(now <= before);
        before = now;
    }
    CHECK(reduced_order({.quality = 40}, 0).quality == 40);
}

TEST_CASE("reduction: smaller pictures take the place of larger ones, with new facts") {
    Result<Spill> spill = Spill::create();
    REQUIRE(spill);
    Workshop workshop(2);
    const std::string small = workshop.convert(sample_jpeg({.width = 60, .height = 40}), {.quality = 30})->bytes;
    const std::vector<Resource> pictures{
        stored(*spill, "images/a.jpg", "image/jpeg", sample_jpeg({.width = 400, .height = 300})),
        stored(*spill, "images/b.jpg", "image/jpeg", small),
        stored(*spill, "images/c.png", "image/png", sample_png(200, 100, noise)),
        stored(*spill, "images/d.jpg", "image/jpeg", sample_jpeg({.width = 300, .height = 300})),
        stored(*spill, "images/d.png", "image/png", sample_png(200, 100, noise))};
    const auto smaller = reduced(pictures, {.max_width = 100, .max_height = 100, .quality = 50}, workshop, *spill, 2);
    REQUIRE(smaller);
    REQUIRE(smaller->size() == pictures.size());
    CHECK((*smaller)[0].path == "images/a.jpg");
    CHECK((*smaller)[0].width == 100);
    CHECK((*smaller)[0].bytes.size < pictures[0].bytes.size);
    CHECK((*smaller)[0].sha256.size() == 64);
    CHECK((*smaller)[1].bytes.offset == pictures[1].bytes.offset);
    CHECK((*smaller)[2].path == "images/c.jpg");
    CHECK((*smaller)[2].media_type == "image/jpeg");
    CHECK((*smaller)[4].path == "images/d.png");  // as images/d.jpg is another
    CHECK((*smaller)[4].bytes.offset == pictures[4].bytes.offset);
}
