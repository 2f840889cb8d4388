// Journal hosts, travel hosts and static generators: LiveJournal, Dreamwidth, TypePad, Telegra.ph, Hatena, …
#include <array>

#include "extract/platforms/all.h"

namespace blogbind::extract {

namespace {

constexpr std::array article_rows{
    Rule{".comment-thread", ArticleRole::elsewhere},
    Rule{".entry-asset", ArticleRole::anchor},
    Rule{".aentry-post__text", ArticleRole::body},
    Rule{".b-singlepost-body", ArticleRole::body},
    Rule{"#entrytext", ArticleRole::body},
    Rule{".asset-content", ArticleRole::body},
    Rule{".posthaven-post-body", ArticleRole::body},
    Rule{".se-main-container", ArticleRole::body},
    Rule{"#postViewArea", ArticleRole::body},
    Rule{".skin-entryBody", ArticleRole::body},
    Rule{".article-body-inner", ArticleRole::body},
    Rule{".note-common-styles__textnote-body", ArticleRole::body},
    Rule{".article-content-inner", ArticleRole::body},
    Rule{".serendipity_entry_body", ArticleRole::body},
    Rule{".blog_content", ArticleRole::body},
};

constexpr std::array page_rows{
    Rule{".aentry-post__title-text", PageField::title},
    Rule{".b-singlepost-title", PageField::title},
    Rule{".asset-name", PageField::title},
    Rule{"h3.entry-header", PageField::title},
};

using enum CommentField;

constexpr std::array item_rows{
    Rule{".dwexpcomment[id^='cmt']", CommentItem::numbered},
};

constexpr std::array field_rows{
    Rule{".comment-poster", author},
    Rule{".comment-interaction-links", furniture},
    Rule{".userpic", furniture},
};

constexpr auto furniture_rows = std::to_array<std::string_view>({
    ".b-singlepost-like",
    ".lj-like",
    ".ljtags",
    ".entry-management-links",
    ".comment-interaction-links",
    "a.headerlink",
    "a.anchorjs-link",
    "a.heading-anchor",
});

}  // namespace

constinit const Platform journal_hosts{.name = "journal hosts",
                                       .article = article_rows,
                                       .page = page_rows,
                                       .comment_items = item_rows,
                                       .comment_fields = field_rows,
                                       .furniture = furniture_rows};

}  // namespace blogbind::extract
