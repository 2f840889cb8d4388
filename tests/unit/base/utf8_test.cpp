#include "base/utf8.h"

#include <doctest/doctest.h>

using namespace blogbind;

TEST_CASE("utf8: repaired_utf8 gives text that XML allows") {
    struct Case {
        std::string_view name, bytes, expected;
        std::size_t replaced;
    };
    const Case cases[] = {
        {"valid text is untouched", "a ä 日 😀\t\r\n", "a ä 日 😀\t\r\n", 0},
        {"stray continuation", "a\x80z", "a\ufffdz", 1},
        {"cut sequence", "a\xe2\x82", "a\ufffd\ufffd", 2},
        {"overlong slash", "\xc0\xaf", "\ufffd\ufffd", 2},
        {"overlong of three bytes", "\xe0\x80\xaf", "\ufffd\ufffd\ufffd", 3},
        {"surrogate", "\xed\xa0\x80", "\ufffd\ufffd\ufffd", 3},
        {"beyond Unicode", "\xf4\x90\x80\x80", "\ufffd\ufffd\ufffd\ufffd", 4},
        {"windows-1252", "caf\xe9 au lait", "caf\ufffd au lait", 1},
        {"control character", "a\x0b\x01z", "az", 2},
        {"zero", std::string_view("a\0z", 3), "az", 1},
        {"non-character", "a\uffffz", "az", 1},
        {"empty", "", "", 0},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const Repaired repaired = repaired_utf8(c.bytes);
        CHECK(repaired.text == c.expected);
        CHECK(repaired.replaced == c.replaced);
        CHECK(is_valid_utf8(repaired.text));
    }
}

TEST_CASE("utf8: characters survive being read and written") {
    const std::string_view text = "aß€😀\U0010ffff";
    std::string copy;
    for (std::size_t at = 0; at < text.size();) append_character(copy, next_character(text, at));
    CHECK(copy == text);
    CHECK(character_count(text) == 5);
}

TEST_CASE("utf8: append_character writes no surrogates") {
    std::string out;
    append_character(out, 0xd800);
    append_character(out, 0x110000);
    CHECK(out == "\ufffd\ufffd");
}

TEST_CASE("utf8: shortened keeps within the limit and cuts between words") {
    struct Case {
        std::string_view name, text;
        std::size_t limit;
        std::string_view expected;
    };
    const Case cases[] = {
        {"short enough", "A quiet coast", 13, "A quiet coast"},
        {"at a word's end", "A quiet coast in spring", 16, "A quiet coast…"},
        {"the limit falls between words", "A quiet coast", 8, "A quiet…"},
        {"one long word", "Donaudampfschifffahrt", 6, "Donau…"},
        {"no spaces", "日本の海岸を歩く", 5, "日本の海…"},
        {"nothing fits", "word", 0, ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const std::string result = shortened(c.text, c.limit);
        CHECK(result == c.expected);
        CHECK(character_count(result) <= c.limit);
    }
}

TEST_CASE("utf8: normal forms") {
    CHECK(nfc("e\u0301") == "é");
    CHECK(nfkc("ﬁ１") == "fi1");
    CHECK(nfc("plain") == "plain");
}

TEST_CASE("utf8: case_folded makes equal what readers take for equal") {
    CHECK(case_folded("STRASSE") == case_folded("Straße"));
    CHECK(case_folded("ＡＢＣ") == "abc");
    CHECK(case_folded("ΟΔΟΣ") == case_folded("οδος"));
}

TEST_CASE("utf8: slug is fit for a file name") {
    struct Case {
        std::string_view name, text, expected;
    };
    const Case cases[] = {
        {"words", "The Kestrel Coast, Part A", "the-kestrel-coast-part-a"},
        {"accents", "Crème brûlée à Évora", "creme-brulee-a-evora"},
        {"sharp s and strokes", "Straße nach Łódź", "strasse-nach-lodz"},
        {"apostrophes join", "Don’t stop, it's fine", "dont-stop-its-fine"},
        {"marks at the ends", "— “Hello”! —", "hello"},
        {"numbers", "Day 12: 3½ miles", "day-12-31-2-miles"},
        {"another script", "日本", ""},
        {"empty", "", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(slug(c.text) == c.expected);
    }
}

TEST_CASE("utf8: slug cuts long titles between words") {
    CHECK(slug("one two three", 9) == "one-two");
    CHECK(slug("one two three", 7) == "one-two");
    CHECK(slug("abcdefghij", 4) == "abcd");
}

TEST_CASE("utf8: is_letter knows scripts") {
    CHECK(is_letter(U'ä'));
    CHECK(is_letter(U'日'));
    CHECK_FALSE(is_letter(U'1'));
    CHECK_FALSE(is_letter(U'—'));
}
