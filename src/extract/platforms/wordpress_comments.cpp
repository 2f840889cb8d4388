// Comments as WordPress prints them: for HTML5 themes, for older ones, and for block themes.
#include <array>

#include "extract/platforms/all.h"

namespace blogbind::extract {

namespace {

using enum CommentField;

constexpr std::array item_rows{
    Rule{"[id^='li-comment-']", CommentItem::numbered},
    Rule{"li.pingback", CommentItem::plain},
    Rule{"li.trackback", CommentItem::plain},
    Rule{".pinglist > li", CommentItem::plain},
};

constexpr std::array field_rows{
    // furniture before fields: a reply link within the body is still a reply link
    Rule{".comment-likes", likes},
    Rule{".jetpack-comment-likes-widget-wrapper", furniture},
    Rule{".comment-awaiting-moderation", furniture},
    Rule{".reply", furniture},
    Rule{".comment-reply-link", furniture},
    Rule{".comment-reply", furniture},
    Rule{".wp-block-comment-reply-link", furniture},
    Rule{".wp-block-comment-edit-link", furniture},
    Rule{".comment-edit-link", furniture},
    Rule{".edit-link", furniture},
    Rule{".comment-actions", furniture},
    Rule{".wp-block-avatar", furniture},
    Rule{"img.avatar", furniture},
    Rule{".comment-avatar", furniture},
    Rule{".says", furniture},
    Rule{".screen-reader-text", furniture},
    Rule{".post-author", furniture},
    Rule{".by-post-author", furniture},
    Rule{".bypostauthor-badge", furniture},
    Rule{".comment-author .fn", author},
    Rule{"cite.fn", author},
    Rule{"b.fn", author},
    Rule{".wp-block-comment-author-name", author},
    Rule{".comment-author-name", author},
    Rule{".fn", author},
    Rule{".comment-author cite", author},
    Rule{".wp-block-comment-date time", date},
    Rule{".comment-metadata time", date},
    Rule{".comment-meta time", date},
    Rule{"time[datetime]", date},
    Rule{".comment-meta.commentmetadata > a", date},
    Rule{".commentmetadata > a", date},
    Rule{".comment-meta a[href*='#comment-']", date},
    Rule{".comment-metadata a[href*='#comment-']", date},
    Rule{".comment-date", date},
    Rule{".comment-time", date},
    Rule{".wp-block-comment-content", body},
    Rule{".comment-content", body},
    Rule{".comment-text", body},
    Rule{".commenttext", body},
    Rule{".contenttext", body},
    Rule{".comment-entry", body},
    Rule{".commententry", body},
    Rule{".comment-author", author},
    Rule{".comment-body", body},
    Rule{".comment-meta", furniture},
    Rule{".commentmetadata", furniture},
    Rule{".comment-metadata", furniture},
};

constexpr std::array article_rows{
    Rule{"#comments", ArticleRole::elsewhere},
    Rule{".comments-area", ArticleRole::elsewhere},
    Rule{".comment-list", ArticleRole::elsewhere},
    Rule{".commentlist", ArticleRole::elsewhere},
    Rule{"li.comment", ArticleRole::elsewhere},
    Rule{"#respond", ArticleRole::elsewhere},
    Rule{".comment-respond", ArticleRole::elsewhere},
    Rule{".wp-block-comments", ArticleRole::elsewhere},
    Rule{".wp-block-comment-template", ArticleRole::elsewhere},
    Rule{".wp-block-comments-query-loop", ArticleRole::elsewhere},
};

}  // namespace

constinit const Platform wordpress_comments{
    .name = "WordPress comments", .article = article_rows, .comment_items = item_rows, .comment_fields = field_rows};

}  // namespace blogbind::extract
