// Where a volume ends and the next begins.
#include "compose/volumes.h"

#include <fmt/format.h>

#include "compose/metadata.h"
#include "support/posts.h"

using namespace blogbind;
using namespace blogbind::compose;

namespace {

std::vector<Post> posts_of(std::initializer_list<std::string_view> dates) {
    std::vector<Post> posts;
    for (const std::string_view date : dates)
        posts.push_back(test::post(fmt::format("https://blog.example/{}/", posts.size()), "A Part", date));
    return posts;
}

// "1: 0 1; 2: 2"
std::string shown(const std::vector<VolumePosts>& volumes) {
    std::string text;
    for (const VolumePosts& volume : volumes) {
        text += fmt::format("{}{}:", text.empty() ? "" : "; ", volume.number);
        for (const std::size_t post : volume.posts) text += fmt::format(" {}", post);
    }
    return text;
}

std::string by_year(std::initializer_list<std::string_view> dates) {
    return shown(divided_into_volumes(posts_of(dates), {}, Comments::appendix, {}));
}

Resource picture(std::string path, std::uint64_t size) {
    Resource resource;
    resource.path = std::move(path);
    resource.bytes.size = size;
    return resource;
}

}  // namespace

TEST_CASE("volumes: by years, in the years' order, each in reading order") {
    CHECK(by_year({"2020-03-01", "2019-05-01", "2020-01-01"}) == "2019: 1; 2020: 0 2");
    CHECK(by_year({"2019-12-31T23:30:00-08:00"}) == "2019: 0");
}

TEST_CASE("volumes: a post without a date goes with its neighbour") {
    CHECK(by_year({"", "2019-05-01", "", "2020-01-01", ""}) == "2019: 0 1 2; 2020: 3 4");
    CHECK(by_year({"", ""}) == "1: 0 1");
}

TEST_CASE("volumes: by number of chapters") {
    const Division pairs{.by = Division::By::posts, .most = 2};
    CHECK(shown(divided_into_volumes(posts_of({"", "", "", "", ""}), pairs, Comments::omit, {})) ==
          "1: 0 1; 2: 2 3; 3: 4");
}

TEST_CASE("volumes: by size, a volume closes before it is too large, and counts a picture once") {
    std::vector<Post> posts = posts_of({"", "", "", "", ""});
    for (const std::size_t i : {0, 1, 2}) posts[i].body = test::body_of("<p><img src=\"../images/a.jpg\"/></p>");
    posts[3].body = test::body_of("<p><img src=\"../images/b.jpg\"/></p>");
    const std::vector<Resource> pictures{picture("images/a.jpg", 3'000'000), picture("images/b.jpg", 9'000'000)};
    const auto divided = [&](std::size_t most) {
        const Division division{.by = Division::By::size, .most = most};
        return shown(divided_into_volumes(posts, division, Comments::omit, pictures));
    };
    CHECK(divided(4'000'000) == "1: 0 1 2; 2: 3; 3: 4");
    CHECK(divided(20'000'000) == "1: 0 1 2 3 4");
    CHECK(divided(1) == "1: 0; 2: 1; 3: 2; 4: 3; 5: 4");
}

TEST_CASE("volumes: title, series and identity tell volumes of one work apart") {
    const std::vector<Post> posts = posts_of({"2019-05-01", "2020-05-01"});
    Listing listing;
    listing.title = "The Long Way";
    const auto described = [&](int number, BookOptions options = {}) {
        BookOptions own = volume_options(posts, listing, options);
        own.volume->number = number;
        return describe(posts_of({"2020-05-01"}), listing, own);
    };
    CHECK(described(2).title == "The Long Way, volume 2");
    CHECK(described(2019).title == "The Long Way, 2019");
    CHECK(described(2).series == "The Long Way");
    CHECK(described(2).series_index == 2.0);
    CHECK(described(2019).series_index == 2019.0);
    BookOptions in_series;
    in_series.series = "Roads";
    in_series.series_index = 4;
    CHECK(described(2, in_series).series == "Roads");
    CHECK(described(2, in_series).series_index == 5.0);
    in_series.language = "de";
    CHECK(described(2, in_series).title == "The Long Way, Band 2");
    CHECK(described(1).identifier == described(1).identifier);
    CHECK(described(1).identifier != described(2).identifier);
    CHECK(described(1).identifier != describe(posts, listing, {}).identifier);
}
