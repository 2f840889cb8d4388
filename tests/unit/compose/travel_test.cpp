// Itinerary, route and index of pictures.
#include "compose/travel.h"

#include <fmt/format.h>

#include <string>

#include "markup/xhtml_writer.h"
#include "support/posts.h"

using namespace blogbind;
using namespace blogbind::compose;

namespace {

std::vector<Chapter> chapters_at(std::initializer_list<const char*> places) {
    std::vector<Chapter> chapters;
    for (const char* place : places) {
        Chapter& chapter = chapters.emplace_back();
        chapter.place = place;
        chapter.published = parse_date("2024-05-03");
    }
    return chapters;
}

std::string figures(int count) {
    std::string html;
    for (int i = 1; i <= count; ++i)
        html += fmt::format(
            "<figure class=\"photo\"><p class=\"frame\"><img src=\"a.jpg\" alt=\"a\"/></p>"
            "<figcaption><p class=\"caption\">Boat {}</p></figcaption></figure>",
            i);
    return html;
}

}  // namespace

TEST_CASE("travel: an itinerary needs three stops at two places, and half of all chapters") {
    CHECK(itinerary_of(chapters_at({"Huế", "Đà Nẵng", "Huế"})).size() == 3);
    CHECK(itinerary_of(chapters_at({"Huế", "Đà Nẵng"})).empty());
    CHECK(itinerary_of(chapters_at({"Huế", "huế", "Huế"})).empty());
    CHECK(itinerary_of(chapters_at({"Huế", "Đà Nẵng", "Huế", "", "", ""})).size() == 3);
    CHECK(itinerary_of(chapters_at({"Huế", "Đà Nẵng", "Huế", "", "", "", ""})).empty());
    auto undated = chapters_at({"Huế", "Đà Nẵng", "Huế"});
    undated[1].published.reset();
    CHECK(itinerary_of(undated).empty());
}

TEST_CASE("travel: a route leads from each place to the next, and stays where the author stayed") {
    const Position hue{16.46, 107.59}, danang{16.05, 108.2};
    const std::vector<Stop> stops{
        {0, "Huế, Vietnam", hue}, {1, "Huế", hue}, {2, "Nowhere", {}}, {3, "Đà Nẵng", danang}};
    const std::vector<RoutePoint> route = route_of(stops);
    REQUIRE(route.size() == 2);
    CHECK(route[0].place == "Huế");
    CHECK(route[1].position == danang);
    CHECK(route_of({{0, "Huế", hue}, {1, "Huế", hue}}).empty());
}

TEST_CASE("travel: pictures with captions are indexed if they are many, by ids of their own") {
    std::vector<Chapter> chapters(2);
    chapters[0].body = test::body_of("<p id=\"picture-1\">Text</p>" + figures(10));
    chapters[1].body = test::body_of(figures(1));
    CHECK(captioned_pictures(chapters).empty());
    CHECK(markup::xhtml(chapters[1].body.root()).find("id=") == std::string::npos);

    chapters[1].body = test::body_of(figures(2));
    const std::vector<CaptionedPicture> pictures = captioned_pictures(chapters);
    REQUIRE(pictures.size() == 12);
    CHECK(pictures[0].anchor == "picture-2");
    CHECK(pictures[0].caption == "Boat 1");
    CHECK(pictures[10].chapter == 1);
    CHECK(pictures[10].anchor == "picture-1");
    CHECK(markup::xhtml(chapters[1].body.root()).find("<figure class=\"photo\" id=\"picture-2\">") !=
          std::string::npos);
}
