// What a reader wrote under a post.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "markup/body.h"

namespace blogbind {

enum class CommentKind { comment, pingback, trackback, webmention };
std::string_view comment_kind_name(CommentKind kind);

struct Comment {
    std::string id;                        ///< the blog's own number, or "1", "2" … where it gives none; unique in the post
    std::optional<std::string> parent;     ///< id of the comment that this one answers
    std::string author;                    ///< empty if unknown
    std::optional<std::string> author_url;
    bool by_post_author = false;
    std::optional<DateTime> published;
    markup::Body body;
    std::optional<int> likes;
    CommentKind kind = CommentKind::comment;
    bool removed = false;                  ///< only its place in the conversation is left
};

/// What a blog's API or feed tells of a comment that its pages show, too.
struct CommentFacts {
    std::string id;
    std::optional<std::string> parent;
    std::optional<DateTime> published;
    std::string content{};  ///< HTML; empty if it is not told
};

/// True for a notice that another site links here (pingback, trackback, webmention), false for what a person wrote.
bool is_reference(const Comment& comment);

}  // namespace blogbind
