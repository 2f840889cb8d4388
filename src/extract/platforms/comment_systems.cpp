// Comment systems that print into the page: wpDiscuz, the copy that Disqus leaves for search engines, webmentions.
#include <array>

#include "extract/platforms/all.h"

namespace blogbind::extract {

namespace {

constexpr std::array article_rows{
    Rule{"#disqus_thread", ArticleRole::elsewhere},
    Rule{"#dsq-content", ArticleRole::elsewhere},
    Rule{"#wpdcom", ArticleRole::elsewhere},
    Rule{".fb-comments", ArticleRole::elsewhere},
};

using enum CommentField;

constexpr std::array item_rows{
    Rule{".wpd-comment[id^='wpd-comm-']", CommentItem::numbered},
    Rule{".wc-comment[id^='wc-comm-']", CommentItem::numbered},
    Rule{"li[id^='dsq-comment-']", CommentItem::numbered},
};

constexpr std::array field_rows{
    Rule{".wpd-vote-result", likes},
    Rule{".wpd-comment-author", author},
    Rule{".wpd-comment-date", date},
    Rule{".wpd-comment-text", body},
    Rule{".wpd-comment-footer", furniture},
    Rule{".wpd-comment-left", furniture},
    Rule{".wpd-comment-label", furniture},
    // wpDiscuz before version 7
    Rule{".wc-vote-result", likes},
    Rule{".wc-comment-author", author},
    Rule{".wc-comment-date", date},
    Rule{".wc-comment-text", body},
    Rule{".wc-comment-footer", furniture},
    Rule{".wc-comment-left", furniture},
    Rule{".wc-comment-label", furniture},
    Rule{".wc-comment-link", furniture},
    Rule{"[id^='dsq-cite-']", author},
    Rule{"[id^='dsq-comment-message-']", body},
    Rule{".dsq-comment-header", furniture},
};

constexpr auto furniture_rows = std::to_array<std::string_view>({
    "#disqus_thread",
    "#dsq-content",
    "#wpdcom",
    ".fb-comments",
    "#isso-thread",
    "#remark42",
    "#commento",
    ".giscus",
    ".utterances",
    "#gitalk-container",
    "#discourse-comments",
    "#cusdis_thread",
    "#hyvor-talk-view",
});

}  // namespace

constinit const Platform comment_systems{.name = "comment systems",
                                         .article = article_rows,
                                         .comment_items = item_rows,
                                         .comment_fields = field_rows,
                                         .furniture = furniture_rows};

}  // namespace blogbind::extract
