#include "extract/bleed.h"

#include <doctest/doctest.h>

#include "base/report.h"

namespace blogbind::extract {

namespace {

Post post_of(std::string title, std::initializer_list<std::pair<const char*, const char*>> blocks) {
    Post post;
    post.title = std::move(title);
    for (const auto& [name, text] : blocks)
        markup::append_element(post.body.root(), name, text);
    return post;
}

constexpr const char* tail = "Thank you for reading, and do come back to the harbour on Friday!";

}  // namespace

TEST_CASE("bleed: texts of several posts and other posts' titles are named, an author's own words are not") {
    std::vector<Post> posts;
    posts.push_back(post_of("Night ferry", {{"p", "The ferry left at ten."}, {"p", tail}}));
    posts.push_back(post_of("Morning train", {{"p", "The ferry left at ten."}, {"h3", "Night Ferry"}, {"p", tail}}));
    posts.push_back(post_of("Noon bus", {{"h2", "Noon bus"}, {"p", tail}, {"p", tail}}));
    const std::vector<Bleed> found = find_bleed(posts);
    REQUIRE(found.size() == 2);
    CHECK(found[0].posts == 3);
    CHECK(found[0].post == 0);
    CHECK(found[1].is_title);
    CHECK(found[1].post == 1);

    Report report;
    report_bleed(posts, report);
    CHECK(report.count(IssueCode::text_repeated) == 2);
    CHECK_FALSE(report.has_losses());
}

TEST_CASE("bleed: what two of many posts share is not told on every run") {
    std::vector<Post> posts;
    posts.push_back(post_of("Night ferry", {{"p", tail}}));
    posts.push_back(post_of("Morning train", {{"p", tail}}));
    CHECK(find_bleed(posts).size() == 1);
    Report report;
    report_bleed(posts, report);
    CHECK(report.issues().empty());
}

}  // namespace blogbind::extract
