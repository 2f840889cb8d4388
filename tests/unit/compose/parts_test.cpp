// Chapters in parts.
#include "compose/parts.h"

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "support/posts.h"

using namespace blogbind;
using namespace blogbind::compose;

namespace {

/// So many posts a year from 2018 on.
std::vector<Post> posts_of_years(std::initializer_list<int> counts) {
    std::vector<Post> posts;
    int year = 2018;
    for (const int count : counts) {
        for (int i = 0; i < count; ++i)
            posts.push_back(test::post(fmt::format("https://blog.example/{}-{}/", year, i), "A post",
                                       fmt::format("{}-03-{:02}", year, i + 1)));
        ++year;
    }
    return posts;
}

std::string told(const std::vector<PartStart>& starts) {
    std::string text;
    for (const PartStart& start : starts) text += fmt::format("{}@{} ", start.title, start.post);
    return text;
}

}  // namespace

TEST_CASE("parts: a book of more than 25 chapters is divided by what suits it") {
    CHECK(told(divided_into_parts(posts_of_years({10, 15}), Grouping::automatic, "en")).empty());
    CHECK(told(divided_into_parts(posts_of_years({10, 16}), Grouping::automatic, "en")) == "2018@0 2019@10 ");
    CHECK(told(divided_into_parts(posts_of_years({10, 16}), Grouping::automatic, "ja")) == "2018年@0 2019年@10 ");
    CHECK(told(divided_into_parts(posts_of_years({28}), Grouping::automatic, "en")).empty());

    std::vector<Post> posts = posts_of_years({14, 14});
    for (std::size_t i = 0; i < posts.size(); ++i) posts[i].place = i < 20 ? "Huế, Vietnam" : "Pakse, Laos";
    CHECK(told(divided_into_parts(posts, Grouping::automatic, "en")) == "Vietnam@0 Laos@20 ");
    posts[3].place = "Pakse, Laos";  // there and back again: the part would come twice
    CHECK(told(divided_into_parts(posts, Grouping::automatic, "en")) == "2018@0 2019@14 ");
}

TEST_CASE("parts: the user's word goes over what suits") {
    CHECK(divided_into_parts(posts_of_years({14, 14}), Grouping::none, "en").empty());
    CHECK(told(divided_into_parts(posts_of_years({1, 2}), Grouping::year, "en")) == "2018@0 2019@1 ");
    CHECK(divided_into_parts(posts_of_years({3}), Grouping::year, "en").empty());
}

TEST_CASE("parts: a post that tells nothing goes with the one before it") {
    std::vector<Post> posts = posts_of_years({2, 2});
    posts[0].published.reset();
    posts[3].published.reset();
    CHECK(told(divided_into_parts(posts, Grouping::year, "en")) == "2018@0 2019@2 ");
}

TEST_CASE("parts: files are named after what the part is called, and begin with its first chapter") {
    const std::vector<PartStart> starts{{0, "2018", "2018"}, {2, "Việt Nam", "Việt Nam"}, {3, "한국", "한국"}};
    const std::size_t first_chapters[] = {0, 1, 4, 5};
    const std::vector<Part> parts = parts_of(starts, first_chapters);
    REQUIRE(parts.size() == 3);
    CHECK(parts[0].file == "text/part_2018.xhtml");
    CHECK(parts[1].id == "part_viet-nam");
    CHECK(parts[1].first_chapter == 4);
    CHECK(parts[2].id.size() > std::string_view("part_").size());
}
