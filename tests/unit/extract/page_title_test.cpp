#include "extract/page_title.h"

#include <doctest/doctest.h>

namespace blogbind::extract {

TEST_CASE("page title: what readers see of this post is found among all that a page calls itself") {
    struct Case {
        std::string_view name;
        PageTitles titles;
        std::string_view expected;
    };
    const std::optional<Url> url = Url::parse("https://www.slow-blog.example/night-ferry/");
    const auto titles = [&](std::vector<std::string> shown, std::vector<std::string> headings, std::string told,
                            std::string document, std::string site) {
        return PageTitles{.shown = std::move(shown),
                          .headings = std::move(headings),
                          .told = std::move(told),
                          .headline = {},
                          .document = std::move(document),
                          .site = std::move(site),
                          .url = url};
    };
    const Case cases[] = {
        {"the heading is longer than what machines are told",
         titles({}, {"All night on the Oslo ferry: nobody slept, and nobody minded"}, "All night on the Oslo ferry", "",
                ""),
         "All night on the Oslo ferry: nobody slept, and nobody minded"},
        {"the title of another post stands first",
         titles({"Ten bridges of Bergen", "Night ferry to Oslo"}, {}, "Night ferry to Oslo", "", ""),
         "Night ferry to Oslo"},
        {"a section's name stands in a heading before the title's",
         titles({}, {"Our newest stories", "Night ferry to Oslo"}, "Night ferry to Oslo", "", ""),
         "Night ferry to Oslo"},
        {"the heading says what the window does, not what networks are told",
         titles({}, {"Who stays awake?"}, "A long trip over the sea", "Who stays awake?", ""), "Who stays awake?"},
        {"the site's name is a heading, too",
         titles({}, {"Slow Blog Logo"}, "Night ferry to Oslo", "Night ferry to Oslo - Slow Blog", "Slow Blog"),
         "Night ferry to Oslo"},
        {"a label above the title", titles({}, {"Travel Night ferry to Oslo"}, "Night ferry to Oslo", "", ""),
         "Night ferry to Oslo"},
        {"a title's first half is no label", titles({}, {"Norway: Night ferry to Oslo"}, "Night ferry to Oslo", "", ""),
         "Norway: Night ferry to Oslo"},
        {"behind a bar stands the site, whatever it is called",
         titles({}, {}, "", "Night ferry to Oslo | The Harbour Friends", ""), "Night ferry to Oslo"},
        {"behind a dash stands the site of this address",
         titles({}, {}, "", "Night ferry to Oslo - Slow Blog of Bergen", ""), "Night ferry to Oslo"},
        {"behind a dash stands the second half of the title",
         titles({}, {}, "", "Night ferry to Oslo - the way back", ""), "Night ferry to Oslo - the way back"},
        {"the site's name is joined without spaces", titles({}, {}, "夜の船：静かな日記", "", "静かな日記"), "夜の船"},
        {"the site's name is joined in front", titles({}, {}, "Diary|夜の船", "", "Diary"), "夜の船"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.name);
        CHECK(page_title(each.titles) == each.expected);
    }
}

TEST_CASE("page title: the page is headed by its diary, the post by a heading in the text that <title> knows") {
    const auto title = [](std::string heading, std::string in_body, std::string document) {
        return page_title({.shown = {},
                           .headings = {std::move(heading)},
                           .in_body = std::move(in_body),
                           .told = {},
                           .headline = {},
                           .document = std::move(document),
                           .site = {},
                           .url = {}});
    };
    CHECK(title("Diary of a slow harbour", "■ Night ferry", "Diary of a slow harbour - Night ferry") == "Night ferry");
    CHECK(title("Diary of a slow harbour", "What we packed", "Diary of a slow harbour - Night ferry") ==
          "Diary of a slow harbour");
    CHECK(title("Night ferry to Oslo", "The cabin", "Night ferry to Oslo - Slow Blog") == "Night ferry to Oslo");
}

}  // namespace blogbind::extract
