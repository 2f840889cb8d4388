// What a reader wrote under a post.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "markup/body.h"

namespace blogbind {

enum class CommentKind { comment, pingback, trackback, webmention };
std::string_view comment_kind_name(CommentKind kind);

struct Comment {
    std::string id;  ///< the blog's own number, or "1", "2" … where it gives none; unique in the post
    std::optional<std::string> parent;  ///< id of the comment that this one answers
    std::string author;                 ///< empty if unknown
    std::optional<std::string> author_url;
    bool by_post_author = false;
    std::optional<DateTime> published;
    markup::Body body;
    std::optional<int> likes;
    CommentKind kind = CommentKind::comment;
    bool removed = false;  ///< only its place in the conversation is left
};

/// Comments in their order, a vector that can rest: see markup::Body, which this is like.
class CommentList {
  public:
    CommentList() = default;
    CommentList(std::vector<Comment> comments) : comments_(std::move(comments)) {}

    [[nodiscard]] const std::vector<Comment>& all() const { return awake(); }
    [[nodiscard]] std::vector<Comment>& all() {
        awake();
        place_.outdate();
        return comments_;
    }
    [[nodiscard]] bool empty() const { return is_awake_ && comments_.empty(); }  ///< an empty list never rests
    [[nodiscard]] std::size_t size() const { return all().size(); }
    [[nodiscard]] auto begin() const { return all().begin(); }
    [[nodiscard]] auto end() const { return all().end(); }
    [[nodiscard]] auto begin() { return all().begin(); }
    [[nodiscard]] auto end() { return all().end(); }
    [[nodiscard]] const Comment& operator[](std::size_t index) const { return all()[index]; }
    [[nodiscard]] Comment& operator[](std::size_t index) { return all()[index]; }

    void may_rest_in(RestingPlace place) { place_ = std::move(place); }
    [[nodiscard]] const RestingPlace& resting_place() const { return place_; }
    void rest() const;

  private:
    const std::vector<Comment>& awake() const {
        if (!is_awake_) wake();
        return comments_;
    }
    void wake() const;

    mutable std::vector<Comment> comments_;
    mutable bool is_awake_ = true;
    mutable RestingPlace place_;
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
