// Comments that are put away while nobody needs them.
#include <doctest/doctest.h>

#include <utility>

#include "markup/xhtml_writer.h"
#include "model/comment.h"
#include "support/posts.h"

using namespace blogbind;

namespace {

std::vector<Comment> conversation() {
    std::vector<Comment> comments;
    Comment& full = comments.emplace_back(test::comment("7", "3", "Ada", "<p>Cold <em>and</em> wet.</p><p></p>"));
    full.author_url = "https://ada.example/";
    full.by_post_author = true;
    full.published = parse_date("2024-05-03T21:40:00+02:00");
    full.likes = 0;
    comments.push_back(test::comment("8", "", "", "late"));
    comments.back().published = parse_date("2024-05-04");
    comments.push_back(test::comment("", "7", std::string_view("a\0b", 3), ""));
    comments.back().author_url = "";
    comments.back().kind = CommentKind::webmention;
    comments.back().removed = true;
    return comments;
}

void check_same(const Comment& a, const Comment& b) {
    CHECK(a.id == b.id);
    CHECK(a.parent == b.parent);
    CHECK(a.author == b.author);
    CHECK(a.author_url == b.author_url);
    CHECK(a.by_post_author == b.by_post_author);
    CHECK(a.published == b.published);
    CHECK(markup::xhtml(a.body.root()) == markup::xhtml(b.body.root()));
    CHECK(a.likes == b.likes);
    CHECK(a.kind == b.kind);
    CHECK(a.removed == b.removed);
}

}  // namespace

TEST_CASE("comment_list: comments that rest come back as they were, and can be changed again") {
    Result<Spill> spill = Spill::create();
    REQUIRE(spill);
    CommentList list = conversation();
    list.may_rest_in(RestingPlace(*spill));
    const std::vector<Comment> expected = conversation();
    for (int times = 0; times < 3; ++times) {
        list.rest();
        CHECK_FALSE(list.empty());
        REQUIRE(list.size() == expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) check_same(std::as_const(list)[i], expected[i]);
    }
    list[1].author = "Bo";
    list.rest();
    CommentList moved = std::move(list);
    CHECK(moved[1].author == "Bo");
    CHECK(moved[0].author == "Ada");
}

TEST_CASE("comment_list: comments that may not rest stay, and an empty list needs no rest") {
    CommentList list = conversation();
    const Comment* first = &list[0];
    list.rest();
    CHECK(&list[0] == first);
    Result<Spill> spill = Spill::create();
    REQUIRE(spill);
    CommentList none;
    none.may_rest_in(RestingPlace(*spill));
    none.rest();
    CHECK(none.empty());
}
