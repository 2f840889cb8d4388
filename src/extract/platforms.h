// What is known of blog platforms, as data: one file for each under platforms/, one line for each in platforms.cpp.
// No rule may name a site.
#pragma once

#include <span>

#include "extract/rules.h"

namespace blogbind::extract {

enum class ArticleRole {
    elsewhere,  ///< never part of a post: comments, side bars, menus
    anchor,     ///< holds a whole post: title, byline, body
    body,       ///< holds what the author wrote
};

enum class PageField {
    title,
    subtitle,
    author,
    published,
    updated,
    category,
    tag,
    previous,
    next,
    place,
    licence,
    featured,  ///< the picture above the post
    site_title,
    site_description,
    site_home,
};

enum class CommentItem {
    numbered,  ///< one comment, perhaps with its replies, if its id ends in a number
    plain,     ///< one comment whatever its id
};

enum class CommentField {
    author,
    date,
    body,
    likes,
    removed,    ///< says that the comment was deleted
    furniture,  ///< reply links, avatars, "awaiting moderation"
};

struct Platform {
    std::string_view name;
    std::span<const Rule<ArticleRole>> article{};
    std::span<const Rule<PageField>> page{};
    std::span<const Rule<CommentItem>> comment_items{};
    std::span<const Rule<CommentField>> comment_fields{};
    std::span<const std::string_view> furniture{};  ///< what stands in a body, but was not written by its author
};

std::span<const Platform* const> platforms();

// The rows of all platforms in one table each.
const RuleTable<ArticleRole>& article_rules();
const RuleTable<PageField>& page_rules();
const RuleTable<CommentItem>& comment_item_rules();
const RuleTable<CommentField>& comment_field_rules();
const markup::SelectorTable& furniture_rules();

}  // namespace blogbind::extract
