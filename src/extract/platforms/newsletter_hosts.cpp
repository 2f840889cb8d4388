// Hosts of newsletters and essays whose markup is their own: Substack, Medium, WriteFreely.
#include <array>

#include "extract/platforms/all.h"

namespace blogbind::extract {

namespace {

constexpr std::array article_rows{
    Rule{"[data-testid='post-preview']", ArticleRole::elsewhere},
    Rule{"article.meteredContent", ArticleRole::anchor},
    Rule{".available-content", ArticleRole::body},
    Rule{".body.markup", ArticleRole::body},
    Rule{"section[data-field='body']", ArticleRole::body},
    Rule{"#post-body .e-content", ArticleRole::body},
};

constexpr std::array page_rows{
    Rule{"h1.post-title", PageField::title},
    Rule{"h3.subtitle", PageField::subtitle},
    Rule{"h1.pw-post-title", PageField::title},
    Rule{"[data-testid='storyTitle']", PageField::title},
    Rule{".pw-subtitle-paragraph", PageField::subtitle},
    Rule{"[data-testid='authorName']", PageField::author},
};

constexpr auto furniture_rows = std::to_array<std::string_view>({
    "p.button-wrapper",
    ".button-wrapper",
    ".subscription-widget-wrap",
    ".subscription-widget-wrap-editor",
    ".header-anchor-parent",
    ".post-ufi",
    ".share-dialog",
    ".visibility-check",
    ".subscribe-widget",
    ".paywall-jump",
    ".pw-post-byline-header",
    ".speechify-ignore",
    "[data-testid='post-preview']",
    "[data-testid*='Clap']",
    "[data-testid*='Bookmark']",
    "[data-testid*='Share']",
    "[data-testid*='Response']",
});

}  // namespace

constinit const Platform newsletter_hosts{
    .name = "newsletter hosts", .article = article_rows, .page = page_rows, .furniture = furniture_rows};

}  // namespace blogbind::extract
