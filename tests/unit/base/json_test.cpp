#include "base/json.h"

#include <doctest/doctest.h>

#include <limits>

using namespace blogbind;

TEST_CASE("json: what is read is written the same") {
    const std::string_view text =
        R"({"null":null,"yes":true,"no":false,"count":-3,"ratio":0.5,"text":"ä\n\"\\","list":[1,[],{}],"z":1,"a":2})";
    const Result<Json> value = parse_json(text);
    REQUIRE(value);
    CHECK(json_line(*value) == text);
}

TEST_CASE("json: members are reached by name") {
    const Result<Json> value = parse_json(R"({"author":{"name":"Ann","age":7},"tags":["a"]})");
    REQUIRE(value);
    CHECK((*value)["author"].text("name") == "Ann");
    CHECK((*value)["author"].text("age").empty());
    CHECK(*(*value)["author"]["age"].integer() == 7);
    CHECK((*value)["tags"].array()->size() == 1);
    CHECK((*value)["tags"]["name"].is_null());
    CHECK((*value)["absent"]["deeper"].is_null());
}

TEST_CASE("json: repairs what pages get wrong") {
    struct Case {
        std::string_view name, text, expected;
    };
    const Case cases[] = {
        {"half a surrogate pair", R"(["\ud83d!"])", "[\"\ufffd!\"]"},
        {"the other half", R"(["\ude00"])", "[\"\ufffd\"]"},
        {"two first halves", R"(["\ud83d\ud83d\ude00"])", "[\"\ufffd😀\"]"},
        {"a whole pair", R"(["\ud83d\ude00"])", "[\"😀\"]"},
        {"no escape", R"(["\\ud83d"])", R"(["\\ud83d"])"},
        {"bad UTF-8", "[\"caf\xe9\"]", "[\"caf\ufffd\"]"},
        {"line break in a string", "[\"a\nb\"]", R"(["a\nb"])"},
        {"a zero", R"(["a\u0000b"])", "[\"a\ufffdb\"]"},
        {"byte order mark", "\ufeff[1]", "[1]"},
        {"the last of two equal keys wins", R"({"a":1,"b":2,"a":3})", R"({"a":3,"b":2})"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const Result<Json> value = parse_json(c.text);
        REQUIRE(value);
        CHECK(json_line(*value) == c.expected);
    }
}

TEST_CASE("json: says where text is no JSON") {
    struct Case {
        std::string_view name, text;
    };
    const Case cases[] = {
        {"empty", ""},
        {"prose", "hello"},
        {"cut", R"({"a":)"},
        {"two values", "1 2"},
        {"closing comma", "[1,]"},
        {"number beyond all", "1e999"},
        {"a lone escape", "\"\\"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const Result<Json> value = parse_json(c.text);
        REQUIRE_FALSE(value);
        CHECK(value.error().kind == ErrorKind::unreadable);
        CHECK(value.error().message.starts_with("the JSON cannot be read: "));
    }
}

TEST_CASE("json: nesting is limited") {
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    CHECK(parse_json(nested(200)));
    const Result<Json> too_deep = parse_json(nested(100'000));
    REQUIRE_FALSE(too_deep);
    CHECK(too_deep.error().message == "the JSON cannot be read: nested deeper than 200 levels");
}

TEST_CASE("json: large numbers keep their size") {
    CHECK(*parse_json("9223372036854775807")->integer() == std::numeric_limits<std::int64_t>::max());
    CHECK(*parse_json("18446744073709551615")->number() == doctest::Approx(1.8446744073709552e19));
}

TEST_CASE("json: json_text is indented") {
    const Json value = Json::Object{{"title", "A"}, {"list", Json::Array{1, true, nullptr}}, {"none", Json::Array{}}};
    CHECK(json_text(value) ==
          "{\n"
          "  \"title\": \"A\",\n"
          "  \"list\": [\n"
          "    1,\n"
          "    true,\n"
          "    null\n"
          "  ],\n"
          "  \"none\": []\n"
          "}\n");
}

TEST_CASE("json: only what must be escaped is escaped") {
    CHECK(json_line("a/b ü \x01\t\"\\") == R"("a/b ü \u0001\t\"\\")");
    CHECK(json_line(std::numeric_limits<double>::infinity()) == "null");
}
TEST_CASE("json: an object made member by member has the text that it has as a whole") {
    const Json::Array items{Json(1), Json("a \"b\""), Json(Json::Object{{"c", Json::Array{}}})};
    JsonObjectText text;
    text.add("first", Json::Object{{"x", nullptr}});
    text.add_list("none", 0, [](std::size_t) { return Json(); });
    text.add_list("items", items.size(), [&](std::size_t i) { return items[i]; });
    text.add("last", Json::Array{true});
    CHECK(text.take() == json_text(Json::Object{{"first", Json::Object{{"x", nullptr}}},
                                                {"none", Json::Array{}},
                                                {"items", items},
                                                {"last", Json::Array{true}}}));
    CHECK(JsonObjectText().take() == json_text(Json::Object{}));
}
