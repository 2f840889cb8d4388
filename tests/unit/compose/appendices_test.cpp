// Comments in documents that every reader opens.
#include "compose/appendices.h"

#include <fmt/format.h>

#include "support/posts.h"

using namespace blogbind;
using namespace blogbind::compose;

namespace {

const ChapterName name{.stem = "2024-05-03-x", .id_stem = "2024-05-03"};

std::vector<Comment> conversations_of(int count, int size) {
    std::vector<Comment> comments;
    for (int i = 0; i < count; ++i)
        for (int k = 0; k < size; ++k) {
            const std::string root = fmt::format("{}-0", i);
            comments.push_back(test::comment(fmt::format("{}-{}", i, k), k == 0 ? "" : root, "Jo"));
        }
    return comments;
}

}  // namespace

TEST_CASE("appendices: no comments, no document") { CHECK(divided_into_appendices({}, name).empty()); }

TEST_CASE("appendices: a document ends before a conversation that would make it too long") {
    const auto appendices = divided_into_appendices(conversations_of(30, 15), name);
    REQUIRE(appendices.size() == 3);
    CHECK(appendices[0].comments.size() == 195);
    CHECK(appendices[1].comments[0].id == "13-0");
    CHECK(appendices[1].part == 2);
    CHECK(appendices[1].parts == 3);
    CHECK(appendices[1].file == "text/2024-05-03-x-comments_2.xhtml");
}

TEST_CASE("appendices: a conversation that is too long by itself is continued") {
    const auto appendices = divided_into_appendices(conversations_of(1, 450), name);
    REQUIRE(appendices.size() == 3);
    CHECK(appendices[2].comments.size() == 50);
}

TEST_CASE("appendices: few comments that are very long make several documents too") {
    std::vector<Comment> comments;
    for (int i = 0; i < 3; ++i)
        comments.push_back(test::comment(std::to_string(i), "", "Jo", fmt::format("<p>{:x>100000}</p>", "")));
    CHECK(divided_into_appendices(std::move(comments), name).size() == 2);
}

TEST_CASE("appendices: replies stand with what they answer, wherever the blog listed them") {
    std::vector<Comment> comments;
    comments.push_back(test::comment("1", "", "A"));
    comments.push_back(test::comment("2", "", "B"));
    comments.push_back(test::comment("3", "1", "C"));
    comments.push_back(test::comment("4", "gone", "D"));
    const auto appendices = divided_into_appendices(std::move(comments), name);
    REQUIRE(appendices.size() == 1);
    std::string order;
    for (const Comment& comment : appendices[0].comments) order += comment.id;
    CHECK(order == "1324");
}
