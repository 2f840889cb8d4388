// WordPress.com and Jetpack: what they add to a post.
#include <array>

#include "extract/platforms/all.h"

namespace blogbind::extract {

namespace {

constexpr std::array article_rows{
    Rule{"#jp-post-flair", ArticleRole::elsewhere},   Rule{"#jp-relatedposts", ArticleRole::elsewhere},
    Rule{".jp-relatedposts", ArticleRole::elsewhere}, Rule{".sharedaddy", ArticleRole::elsewhere},
    Rule{"#actionbar", ArticleRole::elsewhere},
};

constexpr std::array page_rows{
    Rule{".geo-label", PageField::place},
};

constexpr std::array field_rows{
    Rule{".comment-like-feedback", CommentField::likes},
    Rule{".comment-like-link", CommentField::furniture},
};

constexpr auto furniture_rows = std::to_array<std::string_view>({
    "#jp-post-flair",
    ".sharedaddy",
    ".sd-block",
    ".jp-relatedposts",
    "#jp-relatedposts",
    ".wp-block-jetpack-related-posts",
    ".wp-block-jetpack-subscriptions",
    ".jetpack_subscription_widget",
    ".wp-block-jetpack-sharing-buttons",
    ".wp-block-jetpack-like",
    ".jetpack-likes-widget-wrapper",
    "#actionbar",
    ".robots-nocontent:not(.jetpack-slideshow)",
    ".jetpack-slideshow-noscript",
    ".pd-rating",
    ".cs-rating",
    ".wpcnt",
    ".wpa",
    "[id^='atatags-']",
    ".wordads-ad-wrapper",
    ".wordads-tag",
    "img.grayscale",
});

}  // namespace

constinit const Platform jetpack{.name = "Jetpack",
                                 .article = article_rows,
                                 .page = page_rows,
                                 .comment_fields = field_rows,
                                 .furniture = furniture_rows};

}  // namespace blogbind::extract
