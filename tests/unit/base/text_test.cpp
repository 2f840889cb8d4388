#include "base/text.h"

#include <doctest/doctest.h>

using namespace blogbind;

TEST_CASE("text: trimmed removes white space that pages put around words") {
    struct Case {
        std::string_view name, text, expected;
    };
    const Case cases[] = {
        {"ASCII", " \t\r\n\f\vword \n", "word"},
        {"no-break space", "\u00a0word\u00a0", "word"},
        {"byte order mark and zero-width space", "\ufeff\u200bword\u200b", "word"},
        {"mixed", " \u00a0 \u200b word", "word"},
        {"inner space stays", " two words ", "two words"},
        {"only space", " \u00a0\n", ""},
        {"empty", "", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(trimmed(c.text) == c.expected);
    }
}

TEST_CASE("text: collapsed leaves one space between words") {
    struct Case {
        std::string_view name, text, expected;
    };
    const Case cases[] = {
        {"line breaks", "  a\n\tb  c ", "a b c"},
        {"no-break spaces", "a\u00a0\u00a0b \u00a0c", "a b c"},
        {"other scripts stay", "日本 語", "日本 語"},
        {"empty", " ", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(collapsed(c.text) == c.expected);
    }
}

TEST_CASE("text: split keeps empty pieces, split_words does not") {
    CHECK(split("a,,b,", ',') == std::vector<std::string_view>{"a", "", "b", ""});
    CHECK(split("", ',') == std::vector<std::string_view>{""});
    CHECK(split_words("  a \n b ") == std::vector<std::string_view>{"a", "b"});
    CHECK(split_words(" ").empty());
}

TEST_CASE("text: joined is the reverse of split") {
    CHECK(joined({"a", "", "b"}, ", ") == "a, , b");
    CHECK(joined({"same", "same"}, "-") == "same-same");
    CHECK(joined({}, ",").empty());
}

TEST_CASE("text: replaced changes every occurrence, left to right") {
    CHECK(replaced("aXbXc", "X", "--") == "a--b--c");
    CHECK(replaced("aaa", "aa", "b") == "ba");
    CHECK(replaced("abc", "", "x") == "abc");
}

TEST_CASE("text: has_word finds whole words only") {
    struct Case {
        std::string_view name, list, word;
        bool expected;
    };
    const Case cases[] = {
        {"first", "post hentry", "post", true},
        {"last, after a tab", "post\thentry", "hentry", true},
        {"part of a word", "post-title hentry", "post", false},
        {"after a part of a word", "post-title post", "post", true},
        {"empty word", "a  b", "", false},
        {"empty list", "", "a", false},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(has_word(c.list, c.word) == c.expected);
    }
}

TEST_CASE("text: parsed_integer takes whole numbers only") {
    struct Case {
        std::string_view name, text;
        std::optional<long long> expected;
    };
    const Case cases[] = {
        {"number", "42", 42},
        {"negative", "-7", -7},
        {"too large", "99999999999999999999", std::nullopt},
        {"text behind", "42px", std::nullopt},
        {"space", " 42", std::nullopt},
        {"empty", "", std::nullopt},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(parsed_integer(c.text) == c.expected);
    }
}

TEST_CASE("text: comparing without case touches ASCII letters only") {
    CHECK(equals_ignoring_case("NoScript", "noscript"));
    CHECK_FALSE(equals_ignoring_case("a", "ab"));
    CHECK_FALSE(equals_ignoring_case("@", "`"));
    CHECK(contains_ignoring_case("Leave a COMMENT", "comment"));
    CHECK(contains_ignoring_case("anything", ""));
    CHECK_FALSE(contains_ignoring_case("", "x"));
    CHECK(ascii_lowered("ÄB") == "Äb");
}
