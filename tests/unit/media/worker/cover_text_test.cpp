#include "media/worker/cover_text.h"

#include <doctest/doctest.h>

namespace blogbind::media {

TEST_CASE("with_joined_small_words: no line can end with an article or a preposition") {
    CHECK(with_joined_small_words("The Road to the North") == "The\u00A0Road to\u00A0the\u00A0North");
    CHECK(with_joined_small_words("Der Zug nach Hamhŭng") == "Der\u00A0Zug nach Hamhŭng");
    CHECK(with_joined_small_words("").empty());
}

TEST_CASE("with_joined_small_words: a part's letter or number stands beside what it numbers") {
    CHECK(with_joined_small_words("Harbour Lights – Part A") == "Harbour Lights\u00A0– Part\u00A0A");
    CHECK(with_joined_small_words("Day 12 – Over the Pass") == "Day\u00A012\u00A0– Over the\u00A0Pass");
    CHECK(with_joined_small_words("Part A: To the Sea") == "Part\u00A0A: To\u00A0the\u00A0Sea");
    CHECK(with_joined_small_words("A Walk") == "A\u00A0Walk");
}

TEST_CASE("divided_title: at the first colon") {
    CHECK(divided_title("North: A Journey: Part 1") ==
          std::pair<std::string, std::string>("North", "A Journey: Part 1"));
    CHECK(divided_title("10:30 to Busan").second.empty());
}

TEST_CASE("single_line: white space and control characters become single spaces") {
    CHECK(single_line(" a\n\tb\x01 c ") == "a b c");
}

}  // namespace blogbind::media
