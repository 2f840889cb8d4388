// The JSON that other programs rely on.
#include "cli/post_json.h"

#include <doctest/doctest.h>

#include <limits>

using namespace blogbind;

TEST_CASE("post_json: what is unknown is null, lists are never null") {
    Post post;
    post.title = "Slow ferry";
    const Json json = cli::post_json(post);
    for (const char* key :
         {"url", "subtitle", "published", "updated", "language", "series", "previous", "next", "comments_declared"}) {
        CAPTURE(key);
        CHECK(json[key].is_null());
    }
    for (const char* key : {"authors", "tags", "images", "comments"}) {
        CAPTURE(key);
        REQUIRE(json[key].array() != nullptr);
        CHECK(json[key].array()->empty());
    }
    CHECK(json.text("title") == "Slow ferry");
}

TEST_CASE("post_json: a comment keeps its place, its writer and its likes") {
    Post post;
    post.title = "Slow ferry";
    Comment comment;
    comment.id = "78";
    comment.parent = "77";
    comment.author = "Jun";
    comment.likes = 2;
    comment.by_post_author = true;
    markup::append_element(comment.body.root(), "p", "Which side?");
    post.comments.all().push_back(std::move(comment));
    const Json json = cli::post_json(post);
    const Json& first = json["comments"].array()->front();
    CHECK(first.text("id") == "78");
    CHECK(first.text("parent") == "77");
    CHECK(first.text("author") == "Jun");
    CHECK(first.text("text") == "Which side?");
    CHECK(first.text("xhtml") == "<p>Which side?</p>");
    CHECK(*first["likes"].integer() == 2);
    CHECK(*first["by_post_author"].boolean());
    CHECK(first.text("kind") == "comment");
    CHECK(first["published"].is_null());
}

TEST_CASE("post_json: an epilogue is a part without an index") {
    Post post;
    post.title = "Slow ferry – Epilogue";
    post.part = PartNumber{"Epilogue", {std::numeric_limits<double>::infinity()}, std::nullopt};
    const Json json = cli::post_json(post);
    CHECK(json["series"].text("part") == "Epilogue");
    CHECK(json["series"]["index"].is_null());
    post.part = PartNumber{"B", {2}, std::nullopt};
    CHECK(*cli::post_json(post)["series"]["index"].integer() == 2);
}
