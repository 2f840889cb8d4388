#include "extract/united_comments.h"

#include <doctest/doctest.h>

namespace blogbind::extract {

namespace {

Comment comment(std::string id, std::string author, std::string_view text, std::optional<std::string> parent = {}) {
    Comment comment;
    comment.id = std::move(id);
    comment.parent = std::move(parent);
    comment.author = std::move(author);
    markup::append_element(comment.body.root(), "p", text);
    return comment;
}

/// "id<parent author: text", one a line.
std::string told(const std::vector<Comment>& comments) {
    std::string all;
    for (const Comment& each : comments)
        all += each.id + "<" + each.parent.value_or("") + " " + each.author + ": " +
               markup::collapsed_text(each.body.root()) + "\n";
    return all;
}

std::string united(std::vector<Comment> first, std::vector<Comment> other) {
    unite_comments(first, std::move(other));
    return told(first);
}

template <class... Comments>
std::vector<Comment> list(Comments... comments) {
    std::vector<Comment> all;
    (all.push_back(std::move(comments)), ...);
    return all;
}

}  // namespace

TEST_CASE("comments of two sources: each is there once, answers follow what they answer") {
    CHECK(united(list(comment("7", "Ann", "Cold?")),
                 list(comment("7", "Ann", "Cold?"), comment("8", "Juno", "Yes.", "7"))) ==
          "7< Ann: Cold?\n8<7 Juno: Yes.\n");
}

TEST_CASE("comments of two sources: other numbers for the same words are no other comments") {
    CHECK(united(list(comment("1", "Ann", "Cold?")),
                 list(comment("507", "ann", "Cold?"), comment("508", "Juno", "Yes.", "507"))) ==
          "1< Ann: Cold?\n508<1 Juno: Yes.\n");
}

TEST_CASE("comments of two sources: the same number for other words is another comment") {
    CHECK(
        united(list(comment("1", "Ann", "Cold?")), list(comment("1", "Bo", "Fog."), comment("2", "Cy", "Ice.", "1"))) ==
        "1< Ann: Cold?\n1-2< Bo: Fog.\n2<1-2 Cy: Ice.\n");
}

TEST_CASE("comments of two sources: who writes the same twice wrote it twice") {
    CHECK(united(list(comment("a", "Ann", "Thanks!")),
                 list(comment("1", "Ann", "Thanks!"), comment("2", "Ann", "Thanks!"))) ==
          "a< Ann: Thanks!\n2< Ann: Thanks!\n");
}

TEST_CASE("comments of two sources: each tells what the other does not") {
    std::vector<Comment> first = list(comment("7", "Ann", "Cold?"));
    first.front().published = parse_date("2020-01-01");
    Comment same = comment("7", "Ann", "Cold?", "3");
    same.published = parse_date("2020-01-01T10:00:00Z");
    same.likes = 4;
    std::vector<Comment> other = list(comment("3", "Bo", "Fog."));
    other.push_back(std::move(same));
    unite_comments(first, std::move(other));
    CHECK(rfc3339(*first.front().published) == "2020-01-01T10:00:00Z");
    CHECK(first.front().likes == 4);
    CHECK(first.front().parent == "3");
}

}  // namespace blogbind::extract
