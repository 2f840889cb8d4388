#include "series/selection.h"

#include <doctest/doctest.h>

#include <functional>

using namespace blogbind;
using namespace blogbind::series;

namespace {

Post post(std::string title, std::string_view day = "2019-05-08", std::vector<std::string> tags = {},
          std::vector<std::string> authors = {"Ann"}) {
    Post post;
    post.title = std::move(title);
    post.published = parse_date(day);
    post.tags = std::move(tags);
    post.authors = std::move(authors);
    return post;
}

Entry entry(std::string title, std::string_view day) {
    Entry entry;
    entry.title = std::move(title);
    entry.published = parse_date(day);
    return entry;
}

Selection with(const std::function<void(Selection&)>& set) {
    Selection selection;
    set(selection);
    return selection;
}

std::string titles(const std::vector<Post>& posts) {
    std::string all;
    for (const Post& post : posts) all += (all.empty() ? "" : " ") + post.title;
    return all;
}

}  // namespace

TEST_CASE("selects: one value of each member that is given must agree") {
    const auto day = [](std::string_view text) { return parse_date(text); };
    const struct {
        std::string_view name;
        Selection selection;
        bool expected;
    } cases[] = {
        {"everything", {}, true},
        {"from that day", with([&](auto& s) { s.since = day("2019-05-08"); }), true},
        {"from the next day", with([&](auto& s) { s.since = day("2019-05-09"); }), false},
        {"until that day", with([&](auto& s) { s.until = day("2019-05-08"); }), true},
        {"until the day before", with([&](auto& s) { s.until = day("2019-05-07"); }), false},
        {"a tag in other letters", with([&](auto& s) {
             s.tags = {"bread", "COAST"};
         }),
         true},
        {"another tag", with([&](auto& s) { s.tags = {"bread"}; }), false},
        {"a matching title", with([&](auto& s) { s.match = {"^harbour.*part [ab]"}; }), true},
        {"another title", with([&](auto& s) { s.match = {"moor"}; }), false},
        {"an excluded title", with([&](auto& s) { s.exclude = {"part a"}; }), false},
        {"matching and excluded", with([&](auto& s) {
             s.match = {"harbour"};
             s.exclude = {"part a"};
         }),
         false},
        {"right tag, wrong title", with([&](auto& s) {
             s.tags = {"coast"};
             s.match = {"moor"};
         }),
         false},
    };
    for (const auto& c : cases) {
        CAPTURE(c.name);
        CHECK(selects(c.selection, post("Harbour Lights – Part A", "2019-05-08", {"Coast"})) == c.expected);
    }
}

TEST_CASE("a post without a date is in no span of days") {
    Post undated = post("Fog", "");
    CHECK(selects({}, undated));
    CHECK_FALSE(selects(with([](auto& s) { s.since = parse_date("2019-01-01"); }), undated));
}

TEST_CASE("may_select: only what the listing tells can rule an entry out") {
    Selection selection;
    selection.since = parse_date("2019-05-01");
    selection.tags = {"coast"};
    selection.match = {"harbour"};
    CHECK(may_select(selection, entry("Harbour Lights", "2019-05-08")));
    CHECK(may_select(selection, entry("", "")));
    CHECK_FALSE(may_select(selection, entry("Harbour Lights", "2019-04-30")));
    CHECK_FALSE(may_select(selection, entry("Moor Walk", "2019-05-08")));
}

TEST_CASE("keep_authors keeps the posts of those named, all where they wrote none") {
    const auto both = [] {
        std::vector<Post> posts;
        posts.push_back(post("tar", "", {}, {"Ann"}));
        posts.push_back(post("bread", "", {}, {"Tobias", "Ann B."}));
        return posts;
    };
    std::vector<Post> posts = both();
    keep_authors(posts, {"ann"});
    CHECK(titles(posts) == "tar");
    posts = both();
    keep_authors(posts, {"Nobody"});
    CHECK(titles(posts) == "tar bread");
}

TEST_CASE("a pattern that is none is refused before anything is fetched") {
    CHECK(check_pattern("part [0-9]+").has_value());
    const Status status = check_pattern("part [");
    REQUIRE_FALSE(status.has_value());
    CHECK(status.error().kind == ErrorKind::usage);
    CHECK(status.error().message.starts_with("“part [” is not a regular expression"));
}
