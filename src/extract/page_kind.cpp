// Whether one post stands in the middle of a page, or several, or none.
#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "extract/article.h"
#include "extract/extract.h"
#include "extract/head_facts.h"
#include "extract/page_addresses.h"
#include "extract/page_reading.h"
#include "extract/platforms.h"
#include "extract/prose.h"
#include "extract/structured_data.h"
#include "extract/walk.h"

namespace blogbind::extract {

namespace {

using markup::Element;

/// What platforms write into the class of <body>.
constexpr std::array<std::string_view, 6> post_classes{"single",        "single-post", "post-template",
                                                       "page-template", "item-view",   "item"};
constexpr std::array<std::string_view, 14> listing_classes{
    "blog",   "archive",      "category",        "tag",   "search",     "search-results", "home-template",
    "author", "tag-template", "author-template", "paged", "index-view", "date",           "tax-series"};

template <std::size_t N>
bool has_any_class(const Element& element, const std::array<std::string_view, N>& names) {
    return std::ranges::any_of(names, [&](std::string_view name) { return markup::has_class(element, name); });
}

/// The link of a heading: <h2><a>, or <a> a few steps around it.
const Element* heading_link(const Element& heading) {
    constexpr int steps = 4;
    const markup::Node* up = heading.Parent();
    for (int step = 0; step < steps && up != nullptr; ++step, up = up->Parent())
        if (markup::is_named(*up, "a")) return up->ToElement();
    return markup::first_descendant(heading, "a");
}

/// The link that an entry without a title has around its date.
const Element* bookmark_in(const Element& entry) {
    const Element* found = nullptr;
    walk(entry, [&found](const Element& inner) {
        const bool is_bookmark =
            markup::is_named(inner, "a") && has_word(ascii_lowered(markup::attribute(inner, "rel")), "bookmark");
        if (found == nullptr && is_bookmark) found = &inner;
        return found == nullptr ? Step::into : Step::past;
    });
    return found;
}

/// Entries of a listing: elements like posts whose heading, or date if there is none, leads to another page.
class EntryCounter {
  public:
    explicit EntryCounter(const PagePart& part) : base_(base_address(part.document.root(), part.url)) {
        if (part.url) own_ = same_page_key(*part.url);
        walk(part.document.root(), [this](const Element& element) {
            if (is_elsewhere(element)) return Step::past;
            if (article_rules().matches(element, ArticleRole::anchor)) note(element);
            if (markup::is_one_of(element, "h1 h2 h3") && leads_elsewhere(element)) headings.push_back(&element);
            return Step::into;
        });
    }

    std::vector<const Element*> entries;
    std::vector<const Element*> headings;  ///< that lead to other pages

  private:
    bool is_elsewhere_link(const Element* link) const {
        const std::optional<Url> target = link != nullptr ? link_target(*link, base_) : std::nullopt;
        return target && same_page_key(*target) != own_;
    }
    bool leads_elsewhere(const Element& heading) const { return is_elsewhere_link(heading_link(heading)); }

    void note(const Element& element) {
        if (!entries.empty() && holds(*entries.back(), element)) return;
        const Element* heading = nullptr;
        walk(element, [&](const Element& inner) {
            if (heading == nullptr && markup::is_one_of(inner, "h1 h2 h3 h4")) heading = &inner;
            return heading == nullptr ? Step::into : Step::past;
        });
        if (is_elsewhere_link(heading != nullptr ? heading_link(*heading) : bookmark_in(element)))
            entries.push_back(&element);
    }

    std::optional<Url> base_;
    std::string own_;
};

constexpr double surely_article = 1000;  // letters of prose

bool declares_article(const Element& document) {
    const HeadFacts head(document, std::nullopt);
    constexpr std::array<std::string_view, 1> type{"og:type"};
    return head.meta(type) == "article" || !read_structured_data(document, std::nullopt).type.empty();
}

/// Prose by the headings that it stands under. A heading rules what follows it in the box that it heads.
class RuledProse {
  public:
    RuledProse(const Element& root, const EntryCounter& counter, const ProseMap& prose)
        : counter_(counter), prose_(prose) {
        measure(root);
    }

    double own = 0, of_others = 0;  ///< the latter stands under titles that lead to other pages

  private:
    void measure(const Element& element) {
        for (const Element* child = element.FirstChildElement(); child != nullptr;
             child = child->NextSiblingElement()) {
            if (markup::is_one_of(*child, "h1 h2 h3 h4")) {
                is_of_others_ = std::ranges::find(counter_.headings, child) != counter_.headings.end();
                continue;
            }
            const double text = prose_.of(*child).total;
            const bool before = is_of_others_;
            if (is_line(*child))
                (is_of_others_ ? of_others : own) += text;
            else
                measure(*child);
            if (text > 0) is_of_others_ = before;
        }
    }

    const EntryCounter& counter_;
    const ProseMap& prose_;
    bool is_of_others_ = false;
};

/// Whether the article's text is more than what a list gives of each post, and other posts are but mentioned around it.
bool stands_out(const Article& article, const EntryCounter& counter, const ProseMap& prose) {
    constexpr double excerpt = 400;  // letters of prose
    const double text = prose.of(*article.body).total;
    double others = 0;
    for (const Element* entry : counter.entries)
        if (entry != article.anchor) others += prose.of(*entry).total;
    const auto inside =
        std::ranges::count_if(counter.headings, [&](const Element* h) { return holds(*article.body, *h); });
    const bool is_entry = std::ranges::find(counter.entries, article.anchor) != counter.entries.end();
    if (text >= surely_article && inside == 0 && !is_entry) return true;
    return text >= surely_article && others < text / 2 && text >= excerpt * static_cast<double>(inside);
}

bool is_listing(const PagePart& part, const std::optional<Article>& article) {
    const Element& document = part.document.root();
    const Element* body = markup::first_descendant(document, "body");
    const bool is_named_post = body != nullptr && has_any_class(*body, post_classes);
    const bool is_named_listing = body != nullptr && has_any_class(*body, listing_classes);
    if (is_named_post && !is_named_listing) return false;
    const EntryCounter counter(part);
    const ProseMap& prose = prose_of(part);
    const bool is_alone = article && stands_out(*article, counter, prose);
    if (is_alone && (!is_named_listing || declares_article(document))) return false;
    const bool is_entry = article && std::ranges::find(counter.entries, article->anchor) != counter.entries.end();
    if (is_named_listing && (!counter.entries.empty() || !counter.headings.empty())) return true;
    if (counter.entries.size() >= 2 && (is_entry || !article)) return true;
    if (counter.entries.size() < 2 && counter.headings.size() < 4) return false;
    if (declares_article(document)) return false;
    const double own = article ? RuledProse(*article->body, counter, prose).own : 0;
    return own < surely_article || own < RuledProse(document, counter, prose).of_others;
}

bool has_substance(const Article& article) {
    const Prose found = ProseMap(*article.body, Outside::by_element).of(*article.body);
    return found.total > 0 || found.pictures > 0;
}

}  // namespace

PageKind page_kind(const PagePart& part) {
    switch (barrier_of(part)) {
        case Barrier::password:
        case Barrier::login:
        case Barrier::consent:
        case Barrier::bot_check: return PageKind::login;
        case Barrier::missing: return PageKind::error;
        case Barrier::none: break;
    }
    const std::optional<Article>& article = article_of(part);
    if (is_listing(part, article)) return PageKind::listing;
    return article && has_substance(*article) ? PageKind::post : PageKind::other;
}

}  // namespace blogbind::extract
