// The user's table of places.
#include "compose/places.h"

#include <string_view>

#include "support/posts.h"

using namespace blogbind;
using namespace blogbind::compose;

namespace {

std::vector<Post> completed(std::string_view csv) {
    const Result<PlaceTable> table = PlaceTable::read(csv);
    REQUIRE(table);
    std::vector<Post> posts;
    posts.push_back(test::post("https://blog.example/ferry/", "Night Ferry", "2024-05-03"));
    posts.push_back(test::post("https://blog.example/hue/", "Rain", "2024-05-04"));
    posts.push_back(test::post("https://blog.example/again/", "Rain Again", "2024-05-05"));
    posts[1].place = posts[2].place = "Huế";
    table->complete(posts);
    return posts;
}

}  // namespace

TEST_CASE("places: a post is named by its address, its title or its day") {
    for (const std::string_view name : {"http://blog.example/ferry", "night ferry", "2024-05-03"}) {
        CAPTURE(name);
        const auto posts = completed("post,place,latitude,longitude\n" + std::string(name) + ",Busan,35.1,129.04\n");
        CHECK(posts[0].place == "Busan");
        CHECK(posts[0].position == Position{35.1, 129.04});
        CHECK(posts[1].place == "Huế");
    }
}

TEST_CASE("places: a row without a post tells where a place lies, whoever was there") {
    const auto posts = completed("place,latitude,longitude\nhuế,16.46,107.59\n");
    CHECK(!posts[0].position);
    CHECK(posts[1].position == Position{16.46, 107.59});
    CHECK(posts[2].position == Position{16.46, 107.59});
}

TEST_CASE("places: a post without a position gets that of another at the same place") {
    const auto posts = completed("post,place,latitude,longitude\n2024-05-05,Huế,16.46,107.59\n");
    CHECK(posts[1].position == Position{16.46, 107.59});
}

TEST_CASE("places: what a table lacks or has wrong is said in a sentence") {
    CHECK(PlaceTable::read("place,lat,lon\n").error().message == "has no column “latitude”");
    CHECK(PlaceTable::read("place,latitude,longitude\nHuế,north,5\n").error().message ==
          "row 2: “north, 5” is no latitude and longitude in degrees");
    CHECK(PlaceTable::read("place,latitude,longitude\nHuế,,\n"));
}

TEST_CASE("places: photographs tell where a post lies only if nothing else does") {
    std::vector<Post> posts;
    for (const char* day : {"2024-05-03", "2024-05-04", "2024-05-05"})
        posts.push_back(test::post("https://blog.example/" + std::string(day) + "/", "A day", day));
    for (Post& post : posts) post.photographed = Position{48.2, 16.37};
    posts[0].position = Position{35.1, 129};
    posts[0].place = posts[1].place = "Busan";
    PlaceTable().complete(posts);
    CHECK(posts[0].position == Position{35.1, 129});
    CHECK(posts[1].position == Position{35.1, 129});
    CHECK(posts[2].position == Position{48.2, 16.37});
    CHECK(posts[2].place.empty());
}
