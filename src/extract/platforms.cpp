#include "extract/platforms.h"

#include <array>
#include <iterator>

#include "extract/platforms/all.h"

namespace blogbind::extract {

namespace {

// Sure names first: the class names of `common` mean one thing here and another there.
constexpr std::array<const Platform*, 11> all_platforms{
    &wordpress,     &wordpress_comments, &jetpack,         &blogger, &ghost,  &newsletter_hosts,
    &site_builders, &journal_hosts,      &comment_systems, &plugins, &common,
};

template <class Row>
std::vector<Row> rows(std::span<const Row> Platform::*member) {
    std::vector<Row> all;
    for (const Platform* platform : all_platforms) {
        const std::span<const Row> own = platform->*member;
        all.insert(all.end(), own.begin(), own.end());
    }
    return all;
}

/// What is elsewhere is decided first, then anchors: `article.post.entry` holds the body, it is not the body.
std::vector<Rule<ArticleRole>> article_rows() {
    const std::vector<Rule<ArticleRole>> all = rows(&Platform::article);
    std::vector<Rule<ArticleRole>> sorted;
    for (const ArticleRole role : {ArticleRole::elsewhere, ArticleRole::anchor, ArticleRole::body})
        for (const Rule<ArticleRole>& row : all)
            if (row.role == role) sorted.push_back(row);
    return sorted;
}

}  // namespace

std::span<const Platform* const> platforms() { return all_platforms; }

const RuleTable<ArticleRole>& article_rules() {
    static const RuleTable<ArticleRole> table(article_rows());
    return table;
}

const RuleTable<PageField>& page_rules() {
    static const RuleTable<PageField> table(rows(&Platform::page));
    return table;
}

const RuleTable<CommentItem>& comment_item_rules() {
    static const RuleTable<CommentItem> table(rows(&Platform::comment_items));
    return table;
}

const RuleTable<CommentField>& comment_field_rules() {
    static const RuleTable<CommentField> table(rows(&Platform::comment_fields));
    return table;
}

const markup::SelectorTable& furniture_rules() {
    static const markup::SelectorTable table(rows(&Platform::furniture));
    return table;
}

}  // namespace blogbind::extract
