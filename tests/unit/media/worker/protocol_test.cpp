#include "media/worker/protocol.h"

#include <doctest/doctest.h>

#include <string>

namespace blogbind::media {

TEST_CASE("protocol: orders arrive as they were given") {
    const auto picture = picture_order(request_head(PictureOrder{1264, 1680, 76, true}));
    REQUIRE(picture);
    CHECK(picture->max_width == 1264);
    CHECK(picture->max_height == 1680);
    CHECK(picture->quality == 76);
    CHECK(picture->grayscale);

    const auto cover = cover_order(request_head(CoverOrder{"Huế", "", "A", "f", "", 1600, 2400}));
    REQUIRE(cover);
    CHECK(cover->title == "Huế");
    CHECK(cover->subtitle.empty());
    CHECK(cover->height == 2400);

    const auto font = font_order(request_head(FontOrder{"EB Garamond", true, false, "aé山"}));
    REQUIRE(font);
    CHECK(font->family == "EB Garamond");
    CHECK(font->bold);
    CHECK_FALSE(font->italic);
    CHECK(font->characters == "aé山");
    const auto map = map_order(
        request_head(MapOrder{{{"Huế", 16463700, 107590900}, {"Lima", -12050000, -77050000}}, "vi", "/maps/"}));
    REQUIRE(map);
    REQUIRE(map->route.size() == 2);
    CHECK(map->route[0].name == "Huế");
    CHECK(map->route[1].longitude == -77050000);
    CHECK(map->coastlines == "/maps/");
}

TEST_CASE("protocol: where a picture was taken arrives as it was told, south and west as well") {
    CHECK(position_order(request_head(PositionOrder{})));
    CHECK_FALSE(position_order(request_head(PictureOrder{})));
    const auto said = whereabouts(answer_head(Whereabouts{true, -12050000, -77050000}));
    REQUIRE(said);
    CHECK(said->known);
    CHECK(said->latitude == -12050000);
    CHECK(said->longitude == -77050000);
    CHECK_FALSE(whereabouts(answer_head(Outcome::unreadable, "")));
}

TEST_CASE("protocol: an order of one kind is none of the other") {
    CHECK_FALSE(cover_order(request_head(PictureOrder{})));
    CHECK_FALSE(picture_order(request_head(CoverOrder{})));
    CHECK_FALSE(map_order(request_head(CoverOrder{})));
    CHECK_FALSE(cover_order(request_head(MapOrder{})));
}

TEST_CASE("protocol: answers arrive as they were given") {
    Picture picture;
    picture.media_type = "image/png";
    picture.source_width = 99;
    picture.animated = true;
    const auto good = answer(answer_head(picture));
    REQUIRE(good);
    CHECK(good->outcome == Outcome::done);
    CHECK(good->picture.media_type == "image/png");
    CHECK(good->picture.source_width == 99);
    CHECK(good->picture.animated);

    const auto font = font_answer(answer_head(CutFont{"", "font/otf", "EB Garamond", "SIL Open Font License", 3}));
    REQUIRE(font);
    CHECK(font->font.media_type == "font/otf");
    CHECK(font->font.family == "EB Garamond");
    CHECK(font->font.licence == "SIL Open Font License");
    CHECK(font->font.missing == 3);

    const auto bad = answer(answer_head(Outcome::unreadable, "is cut off"));
    REQUIRE(bad);
    CHECK(bad->outcome == Outcome::unreadable);
    CHECK(bad->message == "is cut off");
}

TEST_CASE("protocol: a head that is cut off anywhere, or goes on, is no head") {
    const std::string whole = answer_head(Picture{});
    for (std::size_t size = 0; size < whole.size(); ++size) CHECK_FALSE(answer(whole.substr(0, size)));
    CHECK_FALSE(answer(whole + "x"));
}

TEST_CASE("protocol: a frame larger than any picture is nonsense") {
    CHECK(frame_lengths(frame_prefix({10, 20})));
    CHECK_FALSE(frame_lengths(frame_prefix({most_head_bytes + 1, 0})));
    CHECK_FALSE(frame_lengths(frame_prefix({0, most_body_bytes + 1})));
}

}  // namespace blogbind::media
