#include "media/candidate_order.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace blogbind::media {
namespace {

ImageCandidate candidate(const std::string& name, int width = 0, int height = 0, bool guessed = false) {
    return {*Url::parse("https://example.org/" + name), width, height, guessed};
}

std::string names(const std::vector<ImageCandidate>& candidates) {
    std::string result;
    for (const ImageCandidate& c : candidates) result += last_path_segment(c.url) + ' ';
    return std::string(trimmed(result));
}

}  // namespace

TEST_CASE("in_order_of_trying: the smallest that is large enough, then the unknown, then the largest of the small") {
    struct Case {
        std::string_view name;
        std::vector<ImageCandidate> candidates;
        std::string_view expected;
    };
    const Case cases[] = {
        {"smallest that fills the box",
         {candidate("4000", 4000), candidate("2000", 2000), candidate("300", 300)},
         "2000 4000 300"},
        {"largest of those too small", {candidate("300", 300), candidate("1024", 1024)}, "1024 300"},
        {"unknown before small", {candidate("300", 300), candidate("u")}, "u 300"},
        {"unknown ones keep their order", {candidate("b"), candidate("a")}, "b a"},
        {"declared before guessed of the same size", {candidate("g", 2000, 0, true), candidate("d", 2000)}, "d g"},
        {"a file beside a saved page before all others",
         {candidate("4000", 4000), {*Url::parse("file:///home/ann/p_files/s.jpg"), 0, 0, false}},
         "s.jpg 4000"},
        {"portrait fills by its height", {candidate("p", 1264, 1700), candidate("q", 3000, 4000)}, "p q"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(names(in_order_of_trying(c.candidates, {1264, 1680})) == c.expected);
    }
}

TEST_CASE("fills: one edge is enough, since pictures keep their shape") {
    CHECK(fills({1680, 500}, {1264, 1680}));
    CHECK(fills({1264, 1300}, {1264, 1680}));
    CHECK_FALSE(fills({1600, 1200}, {1264, 1680}));
    CHECK_FALSE(fills({1500, 0}, {1264, 1680}));
}

}  // namespace blogbind::media
