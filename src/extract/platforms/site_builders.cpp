// Site builders with a blog: Squarespace, Wix, Weebly, Tumblr, Drupal, Joomla and the like.
#include <array>

#include "extract/platforms/all.h"

namespace blogbind::extract {

namespace {

constexpr std::array article_rows{
    Rule{".blog-item-pagination", ArticleRole::elsewhere},
    Rule{"[data-hook='post-main-actions-desktop']", ArticleRole::elsewhere},
    Rule{".blog-item-content", ArticleRole::body},
    Rule{".sqs-layout[data-type='item']", ArticleRole::body},
    Rule{"[data-hook='post-description']", ArticleRole::body},
    Rule{"[data-id='rich-content-viewer']", ArticleRole::body},
    Rule{".blog-post .blog-content", ArticleRole::body},
    Rule{".field--name-body", ArticleRole::body},
    Rule{".field-name-body", ArticleRole::body},
    Rule{".item-page", ArticleRole::body},
    Rule{".entry-body", ArticleRole::body},
};

constexpr std::array page_rows{
    Rule{".blog-item-title", PageField::title},
    Rule{"[data-hook='post-title']", PageField::title},
    Rule{".blog-author-name", PageField::author},
    Rule{"[data-hook='user-name']", PageField::author},
};

constexpr auto furniture_rows = std::to_array<std::string_view>({
    ".summary-block",
    ".newsletter-block",
    ".BlogItem-share",
    ".blog-item-pagination",
    "[data-hook='post-main-actions-desktop']",
    "[data-hook^='share']",
    "[data-hook^='recent-posts']",
    ".post_controls",
    ".like_and_reblog_buttons",
    "#tumblr_controls",
});

}  // namespace

constinit const Platform site_builders{
    .name = "site builders", .article = article_rows, .page = page_rows, .furniture = furniture_rows};

}  // namespace blogbind::extract
