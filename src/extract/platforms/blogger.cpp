// Blogger / Blogspot, threaded and older comments.
#include <array>

#include "extract/platforms/all.h"

namespace blogbind::extract {

namespace {

constexpr std::array article_rows{
    Rule{".post-footer", ArticleRole::elsewhere}, Rule{".blog-pager", ArticleRole::elsewhere},
    Rule{".post.hentry", ArticleRole::anchor},    Rule{".post-outer-container", ArticleRole::anchor},
    Rule{".post-outer", ArticleRole::anchor},     Rule{".post-body", ArticleRole::body},
};

constexpr std::array page_rows{
    Rule{".post-title", PageField::title},
    Rule{"abbr.published", PageField::published},
    Rule{"[itemprop='datePublished']", PageField::published},
    Rule{".date-header", PageField::published},
    Rule{".post-author .fn", PageField::author},
    Rule{".post-labels a", PageField::category},
    Rule{".post-location a", PageField::place},
    Rule{"a.blog-pager-older-link", PageField::previous},
    Rule{"a.blog-pager-newer-link", PageField::next},
};

using enum CommentField;

constexpr std::array item_rows{
    Rule{"li.comment[id^='c']", CommentItem::numbered},
    Rule{"dt.comment-author[id^='c']", CommentItem::numbered},
};

constexpr std::array field_rows{
    Rule{".deleted-comment", removed},
    Rule{"cite.user", author},
    Rule{"span.datetime", date},
    Rule{".comment-timestamp", date},
    Rule{"span.icon.user", furniture},
    Rule{".avatar-image-container", furniture},
    Rule{".comment-footer", furniture},
    Rule{".thread-toggle", furniture},
    Rule{".comment-replybox-single", furniture},
    Rule{".comment-replybox-thread", furniture},
    Rule{".continue", furniture},
};

constexpr auto furniture_rows = std::to_array<std::string_view>({
    ".post-footer",
    ".post-share-buttons",
    ".post-icons",
    ".reaction-buttons",
    ".item-control",
    ".blog-pager",
    ".post-feeds",
    ".backlinks-container",
    ".star-ratings",
    ".linkwithin_div",
    ".jump-link",
    ".post-labels",
});

}  // namespace

constinit const Platform blogger{.name = "Blogger",
                                 .article = article_rows,
                                 .page = page_rows,
                                 .comment_items = item_rows,
                                 .comment_fields = field_rows,
                                 .furniture = furniture_rows};

}  // namespace blogbind::extract
