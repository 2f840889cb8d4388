// Ghost: Casper and themes that follow it.
#include <array>

#include "extract/platforms/all.h"

namespace blogbind::extract {

namespace {

constexpr std::array article_rows{
    Rule{".read-more-wrap", ArticleRole::elsewhere},
    Rule{".footer-cta", ArticleRole::elsewhere},
    Rule{".article-comments", ArticleRole::elsewhere},
    Rule{"article.gh-article", ArticleRole::anchor},
    Rule{"article.post", ArticleRole::anchor},
    Rule{"article.post-full", ArticleRole::anchor},
    Rule{".gh-content", ArticleRole::body},
    Rule{".kg-canvas", ArticleRole::body},
    Rule{".post-full-content", ArticleRole::body},
};

constexpr std::array page_rows{
    Rule{"h1.article-title", PageField::title},
    Rule{"h1.gh-article-title", PageField::title},
    Rule{"h1.post-full-title", PageField::title},
    Rule{"p.article-excerpt", PageField::subtitle},
    Rule{"p.gh-article-excerpt", PageField::subtitle},
    Rule{"time.byline-meta-date", PageField::published},
    Rule{".author-name a", PageField::author},
    Rule{"a.article-tag", PageField::category},
    Rule{".article-tag a", PageField::category},
    Rule{"figure.article-image img", PageField::featured},
    Rule{"figure.gh-article-image img", PageField::featured},
    Rule{"figure.post-full-image img", PageField::featured},
};

constexpr auto furniture_rows = std::to_array<std::string_view>({
    ".footer-cta", ".read-more-wrap", ".article-comments", "[data-portal]", ".gh-button-share", ".kg-signup-card",
    ".gh-post-upgrade-cta", ".kg-product-card-button",
    ".kg-bookmark-icon",    // of a card of another page, whose title, words, publisher and picture stay
    ".kg-bookmark-author",  // without a word between it and the publisher
});

}  // namespace

constinit const Platform ghost{
    .name = "Ghost", .article = article_rows, .page = page_rows, .furniture = furniture_rows};

}  // namespace blogbind::extract
