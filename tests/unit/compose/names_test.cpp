// File names and ids come from the post alone.
#include "compose/names.h"

#include "support/posts.h"

using namespace blogbind;
using compose::Names;

TEST_CASE("names: a chapter is named after its day and its address") {
    struct Case {
        std::string_view name, address, title, published, file, id;
    };
    const Case cases[] = {
        {"day and slug", "https://a.example/2024/05/night-ferry/", "Night Ferry", "2024-05-03",
         "text/2024-05-03-night-ferry.xhtml", "c-2024-05-03"},
        {"no date", "https://a.example/night-ferry.html", "Night Ferry", "", "text/night-ferry.xhtml", "c-night-ferry"},
        {"the blog's day, not UTC's", "https://a.example/x", "X", "2024-05-03T23:30:00-08:00",
         "text/2024-05-03-x.xhtml", "c-2024-05-03"},
        {"an address without a name", "https://a.example/?p=7", "Night Ferry", "2024-05-03",
         "text/2024-05-03-night-ferry.xhtml", "c-2024-05-03"},
        {"names of the book's own documents", "https://a.example/colophon", "Colophon", "",
         "text/colophon-50024c.xhtml", "c-colophon-50024c"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const auto name = Names().give(test::post(c.address, c.title, c.published));
        CHECK(name.file() == c.file);
        CHECK(name.id() == c.id);
    }
}

TEST_CASE("names: a title without Latin letters gets a name all the same") {
    const auto name = Names().give(test::post("https://a.example/%E6%97%A5%E6%9C%AC/", "日本", "2024-05-03"));
    CHECK(name.file().starts_with("text/2024-05-03-"));
    CHECK(name.file().size() == std::string_view("text/2024-05-03-12345678.xhtml").size());
}

TEST_CASE("names: no two posts share a file or an id") {
    Names names;
    const auto first = names.give(test::post("https://a.example/one/ferry/", "Ferry", "2024-05-03"));
    const auto second = names.give(test::post("https://a.example/two/ferry/", "Ferry", "2024-05-03"));
    CHECK(first.file() == "text/2024-05-03-ferry.xhtml");
    CHECK(second.file() != first.file());
    CHECK(second.file().starts_with("text/2024-05-03-ferry-"));
    CHECK(second.id() == "c-2024-05-03-2");
}

TEST_CASE("names: continuations sort behind the beginning") {
    const auto name = Names().give(test::post("https://a.example/ferry/", "Ferry", "2024-05-03"));
    CHECK(name.file(1) < name.file(2));
    CHECK(name.comments_file(2) == "text/2024-05-03-ferry-comments_2.xhtml");
    CHECK(name.comments_id() == "x-2024-05-03");
}
