// Posts and comments in few words, for tests of what comes after extract.
#pragma once

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "markup/html_parser.h"
#include "model/post.h"

namespace blogbind::test {

inline markup::Body body_of(std::string_view html) {
    auto parsed = markup::parse_fragment(html);
    REQUIRE(parsed);
    return std::move(parsed->body);
}

inline Post post(std::string_view address, std::string_view title, std::string_view published = {},
                 std::string_view html = "<p>Text.</p>") {
    Post post;
    post.permalink = Url::parse(address);
    post.title = std::string(title);
    post.published = parse_date(published);
    post.language = "en";
    post.body = body_of(html);
    return post;
}

inline Comment comment(std::string_view id, std::string_view parent, std::string_view author,
                       std::string_view html = "<p>Text.</p>") {
    Comment comment;
    comment.id = std::string(id);
    if (!parent.empty()) comment.parent.emplace(parent);
    comment.author = std::string(author);
    comment.body = body_of(html);
    return comment;
}

}  // namespace blogbind::test
