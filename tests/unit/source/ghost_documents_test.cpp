#include "source/ghost_documents.h"

#include <doctest/doctest.h>

using namespace blogbind;

TEST_CASE("cards of Ghost that are not known are named, and cost nothing else") {
    std::set<std::string> unknown;
    const auto lexical = parse_json(
        R"({"root":{"children":[{"type":"paragraph","children":[{"type":"text","text":"Fog"}]},{"type":"signup"},{"type":"paywall"}]}})");
    REQUIRE(lexical);
    CHECK(html_of_lexical(*lexical, unknown) == "<p>Fog</p>\n");
    CHECK(unknown == std::set<std::string>{"signup"});
    const auto mobiledoc = parse_json(
        R"({"cards":[["poll",{}],["hr",{}]],"sections":[[1,"p",[[0,[],0,"Rain"]]],[10,0],[10,1],[10,7]]})");
    REQUIRE(mobiledoc);
    CHECK(html_of_mobiledoc(*mobiledoc, unknown) == "<p>Rain</p>\n<hr>\n");
    CHECK(unknown == std::set<std::string>{"poll", "signup"});
}
