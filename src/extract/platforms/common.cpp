// Names that mean the same nearly everywhere: HTML elements, ARIA roles, microformats, microdata, plain English.
#include <array>

#include "extract/platforms/all.h"

namespace blogbind::extract {

namespace {

using enum ArticleRole;

constexpr std::array article_rows{
    Rule{"head", elsewhere},
    Rule{"nav", elsewhere},
    Rule{"aside", elsewhere},
    Rule{"footer", elsewhere},
    Rule{"script", elsewhere},
    Rule{"style", elsewhere},
    Rule{"noscript", elsewhere},
    Rule{"template", elsewhere},
    Rule{"select", elsewhere},
    Rule{"button", elsewhere},
    Rule{"textarea", elsewhere},
    Rule{"[role='navigation']", elsewhere},
    Rule{"[role='complementary']", elsewhere},
    Rule{"[role='contentinfo']", elsewhere},
    Rule{"[role='search']", elsewhere},
    Rule{"[role='dialog']", elsewhere},
    Rule{"#sidebar", elsewhere},
    Rule{".sidebar", elsewhere},
    Rule{"#footer", elsewhere},
    Rule{".footer", elsewhere},
    Rule{"#comment-section", elsewhere},
    Rule{".comment-section", elsewhere},
    Rule{".comments-section", elsewhere},
    Rule{".comments-wrapper", elsewhere},
    Rule{".post-comments", elsewhere},
    Rule{".comments", elsewhere},
    Rule{".comment-form", elsewhere},
    Rule{".breadcrumbs", elsewhere},
    Rule{".breadcrumb", elsewhere},
    Rule{".share-buttons", elsewhere},
    Rule{".newsletter", elsewhere},
    Rule{".hentry", anchor},
    Rule{".h-entry", anchor},
    Rule{"article[itemtype*='BlogPosting']", anchor},
    Rule{"article", anchor},
    Rule{"[itemtype*='BlogPosting']", anchor},
    Rule{"[itemprop='articleBody']", body},
    Rule{".e-content", body},
    Rule{".article-content", body},
    Rule{".article-body", body},
    Rule{".article__content", body},
    Rule{".article__body", body},
    Rule{".articleBody", body},
    Rule{"#articleContent", body},
    Rule{".article-entry", body},
    Rule{".blog-content", body},
    Rule{".post__content", body},
    Rule{".post-text", body},
    Rule{".story-body", body},
    Rule{".prose", body},
    Rule{".content-body", body},
};

constexpr std::array page_rows{
    Rule{".p-name", PageField::title},
    Rule{"[itemprop='headline']", PageField::title},
    Rule{".post__title", PageField::title},
    Rule{".article-title", PageField::title},
    Rule{".p-summary", PageField::subtitle},
    Rule{".subtitle", PageField::subtitle},
    Rule{"time.dt-published", PageField::published},
    Rule{"time[pubdate]", PageField::published},
    Rule{"time.dt-updated", PageField::updated},
    Rule{"[itemprop='dateModified']", PageField::updated},
    Rule{"abbr.updated", PageField::updated},
    Rule{".p-author", PageField::author},
    Rule{"a[rel~='author']", PageField::author},
    Rule{"[itemprop='author'] [itemprop='name']", PageField::author},
    Rule{"[itemprop='author']", PageField::author},
    Rule{".author .name", PageField::author},
    Rule{".author-name", PageField::author},
    Rule{".author a", PageField::author},
    Rule{".p-category", PageField::tag},
    Rule{"a[rel~='prev']", PageField::previous},
    Rule{"a[rel~='next']", PageField::next},
    Rule{".p-location", PageField::place},
    Rule{"a[rel~='license']", PageField::licence},
    Rule{"img.u-featured", PageField::featured},
    // what is left when no name helps
    Rule{"time[datetime]", PageField::published},
    Rule{".entry-date", PageField::published},
    Rule{".post-date", PageField::published},
    Rule{".posted-on", PageField::published},
    Rule{".byline", PageField::author},
    Rule{".author", PageField::author},
};

constexpr std::array item_rows{
    Rule{"[id^='comment-']", CommentItem::numbered},  Rule{"[data-comment-id]", CommentItem::plain},
    Rule{".comment[id]", CommentItem::numbered},      Rule{"article.comment", CommentItem::plain},
    Rule{"li.comment", CommentItem::plain},           Rule{".u-comment", CommentItem::plain},
    Rule{"[itemprop='comment']", CommentItem::plain}, Rule{"[id^='comment']", CommentItem::numbered},
};

constexpr std::array field_rows{
    Rule{"abbr.published", CommentField::date},
    Rule{".dt-published", CommentField::date},
    Rule{".comment__date", CommentField::date},
    Rule{".datetime", CommentField::date},
    Rule{"[itemprop='author'] [itemprop='name']", CommentField::author},
    Rule{".p-author", CommentField::author},
    Rule{".comment__author", CommentField::author},
    Rule{".commenter", CommentField::author},
    Rule{".username", CommentField::author},
    Rule{".user-name", CommentField::author},
    Rule{"[itemprop='text']", CommentField::body},
    Rule{".e-content", CommentField::body},
    Rule{".comment__content", CommentField::body},
    Rule{".comment__text", CommentField::body},
    Rule{".comment__body", CommentField::body},
    Rule{".comment-message", CommentField::body},
    Rule{".comment_text", CommentField::body},
    Rule{".comment-inner", CommentField::body},
    Rule{".avatar", CommentField::furniture},
    Rule{"form", CommentField::furniture},
    Rule{"button", CommentField::furniture},
    Rule{"script", CommentField::furniture},
    Rule{"style", CommentField::furniture},
    Rule{"a[href*='replytocom=']", CommentField::furniture},
    Rule{".author", CommentField::author},
    Rule{".date", CommentField::date},
    Rule{".time", CommentField::date},
};

constexpr auto furniture_rows = std::to_array<std::string_view>({
    "nav",
    "footer.entry-meta",
    ".visually-hidden",
    ".sr-only",
    ".breadcrumbs",
    ".breadcrumb",
    "[role='navigation']",
    "[role='dialog']",
    "[aria-label='Share']",
});

}  // namespace

constinit const Platform common{.name = "common names",
                                .article = article_rows,
                                .page = page_rows,
                                .comment_items = item_rows,
                                .comment_fields = field_rows,
                                .furniture = furniture_rows};

}  // namespace blogbind::extract
