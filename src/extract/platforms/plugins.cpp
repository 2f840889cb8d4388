// Widgets that plug-ins put into posts: sharing, related posts, advertisements, forms, ratings, contents lists.
#include <array>

#include "extract/platforms/all.h"

namespace blogbind::extract {

namespace {

constexpr std::array article_rows{
    Rule{".related-posts", ArticleRole::elsewhere}, Rule{".relatedposts", ArticleRole::elsewhere},
    Rule{"#related-posts", ArticleRole::elsewhere}, Rule{".yarpp", ArticleRole::elsewhere},
    Rule{".yarpp-related", ArticleRole::elsewhere}, Rule{".author-bio", ArticleRole::elsewhere},
    Rule{".author-box", ArticleRole::elsewhere},    Rule{".saboxplugin-wrap", ArticleRole::elsewhere},
    Rule{".abh_box", ArticleRole::elsewhere},       Rule{"#cookie-law-info-bar", ArticleRole::elsewhere},
    Rule{".cookie-notice", ArticleRole::elsewhere},
};

constexpr auto furniture_rows = std::to_array<std::string_view>({
    // sharing
    ".shariff",
    ".a2a_kit",
    ".addtoany_share_save_container",
    ".addtoany_content",
    ".twitter-share-button",
    ".fb-like",
    ".fb-share-button",
    ".g-plusone",
    ".pinit",
    "[class^='heateor_sss']",
    ".essb_links",
    ".swp_social_panel",
    ".ssba",
    ".social-share",
    ".share-buttons",
    ".social-buttons",
    ".social-sharing",
    ".share-links",
    ".post-share",
    "[class^='mashsb']",
    "[class^='novashare']",
    "[class^='dpsp-']",
    ".addthis_toolbox",
    ".sharing",
    ".share-box",
    ".td-post-sharing",
    ".social-icons",
    ".entry-share",
    ".post-sharing",
    // related posts
    ".yarpp-related",
    ".yarpp",
    ".crp_related",
    ".wp_rp_wrap",
    "[class^='rp4wp']",
    ".related-posts",
    ".relatedposts",
    "#related-posts",
    ".related-articles",
    ".zem_rp_wrap",
    "[class^='contextly']",
    ".outbrain",
    ".OUTBRAIN",
    ".taboola",
    "[id^='taboola']",
    "[class^='linkwithin_']",
    ".related-content",
    ".read-next",
    ".more-articles",
    ".recommended",
    // advertisements
    ".adsbygoogle",
    "[id^='google_ads']",
    "[id^='div-gpt-ad']",
    ".ad-container",
    ".ads",
    ".ad-slot",
    ".advertisement",
    ".advert",
    ".ai_widget",
    "[class*='code-block-']",
    "[class^='ai-viewport']",
    ".aawp",
    // authors
    ".author-bio",
    ".author-box",
    ".saboxplugin-wrap",
    ".abh_box",
    "[class^='pp-multiple-authors']",
    "#author-info",
    ".about-author",
    ".post-author-box",
    ".author_bio_section",
    // newsletters
    ".mc4wp-form",
    ".newsletter",
    ".newsletter-signup",
    "[class^='subscribe']",
    ".ml-embedded",
    "[class^='convertkit-']",
    "[class^='tnp']",
    ".optin",
    ".sib-form",
    // contents lists of plug-ins: a book has its own
    ".ez-toc-container",
    "#ez-toc-container",
    "#toc_container",
    ".lwptoc",
    ".rank-math-block-toc",
    ".wp-block-rank-math-toc-block",
    ".wp-block-yoast-seo-table-of-contents",
    ".simpletoc",
    // ratings, print buttons, counters
    ".print-button",
    ".printfriendly",
    ".pf-button",
    ".kk-star-ratings",
    ".post-ratings",
    ".wp-polls",
    ".disqus-comment-count",
    "a[href$='#disqus_thread']",
    "a[href$='#respond']",
    ".wpulike",
    ".rmp-widgets-container",
    ".reading-time",
    ".tptn_counter",
    ".span-reading-time",
    ".rt-reading-time",
    // counting pixels
    ".VgWort",
    "img[src*='vgwort.de']",
    "img[src*='vg0']",
    "img[src*='pixel.wp.com']",
    "img[src*='feeds.feedburner']",
    "img[width='1'][height='1']",
    // consent
    ".cookie-notice",
    "#cookie-law-info-bar",
    "[class^='cmplz-cookiebanner']",
    "[id^='CybotCookiebot']",
    ".borlabs-cookie",
});

}  // namespace

constinit const Platform plugins{.name = "plug-ins", .article = article_rows, .furniture = furniture_rows};

}  // namespace blogbind::extract
