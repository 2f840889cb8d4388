#include "extract/comments.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "extract/comment_count.h"
#include "extract/comment_fields.h"
#include "extract/comment_items.h"
#include "extract/comment_pages.h"
#include "extract/page_addresses.h"
#include "extract/page_reading.h"
#include "extract/walk.h"

namespace blogbind::extract {

namespace {

using markup::Element;
using markup::Node;

bool is_area(const Element& element) {
    constexpr std::array ids{"comments", "wpdcom", "dsq-content", "comment-section"};
    const std::string_view id = markup::attribute(element, "id");
    const bool is_title = markup::is_one_of(element, "h1 h2 h3 h4 h5 h6");
    return (!is_title && std::ranges::find(ids, id) != ids.end()) ||
           markup::has_class_of(element, "comments-area wp-block-comments comments-wrapper");
}

/// The element around all comments; a named area around them rather than the bare list.
const Element* common_root(const std::vector<CommentPlace>& places) {
    const Element* root = nullptr;
    for (const Node* up = places.front().elements.front()->Parent(); up != nullptr; up = up->Parent()) {
        const Element* element = up->ToElement();
        if (element == nullptr || markup::is_one_of(*up, "body html")) break;
        // places stand in document order: what holds the first and the last holds all
        if (root == nullptr && holds(*element, *places.back().elements.front())) root = element;
        if (is_area(*element)) root = element;
    }
    return root;
}

const Element* area_in(const Element& document) {
    const Element* area = nullptr;
    walk(document, [&](const Element& element) {
        if (area == nullptr && is_area(element)) area = &element;
        return area == nullptr ? Step::into : Step::past;
    });
    return area;
}

bool is_count_text(const Element& element) {
    constexpr std::string_view classes = "comments-title comments-link comment-count comments-count comments-number";
    return markup::is_one_of(element, "h1 h2 h3 h4 h5 h6") || markup::has_class_of(element, classes);
}

std::optional<int> declared_in(const Element& scope, const CommentBounds& bounds) {
    std::optional<int> declared;
    walk(scope, [&](const Element& element) {
        if (declared || bounds.contains(&element) || markup::is_one_of(element, "aside form script style"))
            return Step::past;
        if (is_count_text(element)) declared = declared_count(markup::collapsed_text(element));
        return Step::into;
    });
    return declared;
}

/// In the comments' own part first; older themes put the heading before it.
std::optional<int> declared_number(const Element& document, const Element* root, const CommentBounds& bounds) {
    if (root == nullptr) return std::nullopt;
    if (const std::optional<int> inside = declared_in(*root, bounds)) return inside;
    const Node* parent = root->Parent();
    const Element* around = parent != nullptr ? parent->ToElement() : nullptr;
    if (around != nullptr && !markup::is_one_of(*around, "body html"))
        if (const std::optional<int> beside = declared_in(*around, bounds)) return beside;
    return declared_in(document, bounds);
}

bool is_closed(const Element& scope) {
    bool closed = false;
    walk(scope, [&](const Element& element) {
        closed = closed || markup::has_class_of(element, "no-comments nocomments comments-closed");
        return closed ? Step::past : Step::into;
    });
    return closed;
}

std::vector<CommentPlace> places_in(const PagePart& part) {
    const Element& document = part.document.root();
    std::vector<CommentPlace> places = marked_comments(document, part.ruled.all(RuleKind::comments));
    if (places.empty()) {
        const std::optional<Article>& article = article_of(part);
        places = repeated_comments(document, article ? article->body : nullptr);
    }
    link_parents(places);
    return places;
}

/// Ids as the blog gives them; "1", "2" … for those without, and for numbers that it gives twice.
std::vector<std::string> ids_of(const std::vector<CommentPlace>& places) {
    std::unordered_set<std::string> taken;
    for (const CommentPlace& place : places) taken.insert(place.number);
    std::unordered_set<std::string> used;
    std::vector<std::string> ids;
    std::size_t next = 1;
    for (const CommentPlace& place : places) {
        std::string id = place.number;
        if (id.empty() || used.contains(id)) {
            while (taken.contains(std::to_string(next))) ++next;
            id = std::to_string(next++);
        }
        used.insert(id);
        ids.push_back(std::move(id));
    }
    return ids;
}

/// A reply to something that could not be read answers what that answered.
std::optional<std::size_t> nearest_read(const std::vector<CommentPlace>& places, const std::vector<bool>& is_read,
                                        std::optional<std::size_t> index) {
    while (index && !is_read[*index]) index = places[*index].parent;
    return index;
}

std::vector<Comment> comments_at(const std::vector<CommentPlace>& places, const CommentBounds& bounds,
                                 const std::optional<Url>& base) {
    const std::vector<std::string> ids = ids_of(places);
    std::vector<bool> is_read(places.size(), false);
    std::vector<Comment> comments;
    for (std::size_t i = 0; i < places.size(); ++i) {
        std::optional<Comment> comment = read_comment(places[i], bounds, base);
        if (!comment) continue;
        is_read[i] = true;
        comment->id = ids[i];
        if (!places[i].parent_number.empty())
            comment->parent = places[i].parent_number;
        else if (const auto parent = nearest_read(places, is_read, places[i].parent))
            comment->parent = ids[*parent];
        comments.push_back(std::move(*comment));
    }
    return comments;
}

}  // namespace

CommentSection read_comments(const PagePart& part) {
    const Element& document = part.document.root();
    const std::vector<CommentPlace> places = places_in(part);
    const CommentBounds bounds = bounds_of(places);
    CommentSection section;
    section.root = places.empty() ? area_in(document) : common_root(places);
    section.comments = comments_at(places, bounds, base_address(document, part.url));
    section.declared = declared_number(document, section.root, bounds);
    section.closed = section.root != nullptr && is_closed(*section.root);
    section.pages = comment_pages(document, part.url).pages;
    return section;
}

}  // namespace blogbind::extract
