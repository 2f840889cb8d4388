#include "source/front_matter.h"

#include <doctest/doctest.h>

#include "base/text.h"

using namespace blogbind;

TEST_CASE("front matter comes in YAML, TOML, JSON and lines, or not at all") {
    struct Case {
        std::string_view name, file, title, tags, text;
    };
    const Case cases[] = {
        {"YAML", "---\nTitle: \"Fog: a *note*\"\ntags: [a, b]\n---\nText.", "Fog: a *note*", "a|b", "Text."},
        {"with dots at its end and a byte order mark", "\xEF\xBB\xBF---\r\ntitle: Fog\r\n...\r\nText.", "Fog", "",
         "Text."},
        {"TOML", "+++\ntitle = 'Fog'\n[taxonomies]\ntags = ['a']\n+++\nText.", "Fog", "a", "Text."},
        {"JSON", "{\n \"title\": \"Fog\", \"tags\": \"a, b\"\n}\nText.", "Fog", "a|b", "\nText."},
        {"lines", "Title: Fog\nTags: a, b\n\nText.", "Fog", "a|b", "Text."},
        {"lines of names that are less known", "Title: Fog\nCover: quay.jpg\nTags: a\n\nText.", "Fog", "a", "Text."},
        {"a number for a title", "---\ntitle: 2020\n---\n", "2020", "", ""},
        {"a line across a text", "---\nText without an end.", "", "", "---\nText without an end."},
        {"a letter's head", "From: Ann\nTo: Ben\n\nText.", "", "", "From: Ann\nTo: Ben\n\nText."},
        {"none", "Text.\n---\nMore.", "", "", "Text.\n---\nMore."},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const FrontMatter front = read_front_matter(c.file);
        CHECK(field_text(front.fields, {"title"}) == c.title);
        CHECK(joined(field_list(front.fields, {"tags", "taxonomies.tags"}), "|") == c.tags);
        CHECK(front.text == c.text);
        CHECK(front.problem.empty());
    }
}

TEST_CASE("front matter that cannot be read is told, and the text stays") {
    const FrontMatter yaml = read_front_matter("---\ntitle: [a\n---\nText.");
    CHECK(yaml.problem.starts_with("line "));
    CHECK(yaml.text == "Text.");
    std::string bomb = "---\na0: &a0 [x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 12; ++i) {
        const std::string before = "*a" + std::to_string(i - 1);
        bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before;
        for (int k = 0; k < 7; ++k) bomb += ", " + before;
        bomb += "]\n";
    }
    CHECK(read_front_matter(bomb + "---\nText.").problem == "too many values, or too deep ones");
}

TEST_CASE("front matter: dates, numbers and flags") {
    const FrontMatter front =
        read_front_matter("---\ndate: 2020-01-02 10:00:00 +0100\nweight: 3\ndraft: true\nauthor: {name: Ann}\n---\n");
    CHECK(rfc3339(*field_date(front.fields, {"pubdate", "date"})) == "2020-01-02T10:00:00+01:00");
    CHECK(field_number(front.fields, {"order", "weight"}) == 3);
    CHECK(field_flag(front.fields, "draft"));
    CHECK_FALSE(field_flag(front.fields, "weight"));
    CHECK(field_list(front.fields, {"author"}) == std::vector<std::string>{"Ann"});
}
