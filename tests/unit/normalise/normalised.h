// Markup in, markup out, for tables of cases.
#pragma once

#include <string>
#include <string_view>

#include "markup/html_parser.h"
#include "markup/xhtml_writer.h"
#include "normalise/normalise.h"

namespace blogbind::normalise {

inline Post post_with(std::string_view html) {
    Post post;
    post.title = "Night Ferry";
    post.language = "en-GB";
    post.permalink = Url::parse("https://blog.example/2024/night-ferry/");
    post.body = std::move(markup::parse_fragment(html)->body);
    return post;
}

inline std::string body_of(const Post& post) { return markup::inner_xhtml(post.body.root()); }

/// What becomes of a post's body.
inline std::string normalised(std::string_view html) {
    Post post = post_with(html);
    Report report;
    normalise(post, Phrases::in_language("en"), report);
    return body_of(post);
}

struct MarkupCase {
    std::string_view name, html, expected;
};

}  // namespace blogbind::normalise
