#include "source/archive_page.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>

#include "base/text.h"
#include "base/utf8.h"
#include "markup/select.h"
#include "series/body_links.h"

namespace blogbind {
namespace {

using markup::Element;
using markup::Selector;

/// Elements that hold one listed post, whole or as a teaser.
const markup::SelectorTable& entry_elements() {
    static const markup::SelectorTable table({"article", ".hentry", ".h-entry", "li.wp-block-post", ".type-post",
                                              ".post-outer", ".blog-post", ".post", ".post-item", ".post-preview",
                                              ".blog-entry", ".entry"});
    return table;
}

/// No post, whatever its other classes say.
bool is_other_content(const Element& element) {
    static const markup::SelectorTable table(
        {".type-page", ".type-attachment", ".page.hentry", ".no-results", ".not-found"});
    return table.match(element).has_value();
}

bool is_aside(const Element& element) {
    static const markup::SelectorTable table({"aside",
                                              "footer",
                                              "nav",
                                              ".widget",
                                              ".widget-area",
                                              ".sidebar",
                                              "#sidebar",
                                              "#secondary",
                                              ".site-footer",
                                              "#footer",
                                              "#colophon",
                                              ".related-posts",
                                              ".jp-relatedposts",
                                              "#comments",
                                              ".comments-area",
                                              ".popular-posts",
                                              ".site-header",
                                              "#masthead",
                                              "script",
                                              "style",
                                              "template",
                                              "noscript",
                                              ".featured-posts",
                                              ".wp-block-latest-posts"});
    return table.match(element).has_value();
}

struct Links {
    const PagePart& part;
    const Site& site;
    std::string own_key;

    std::optional<Url> post(const Element& link) const {
        const auto url = part.url->resolve(trimmed(markup::attribute(link, "href")));
        if (!url || !site.has(*url) || !series::may_be_post(*url)) return std::nullopt;
        const std::string path = url->path();
        if (path == "/" && !url->query()) return std::nullopt;
        if (path.find("/page/") != std::string::npos || url->parameter("paged")) return std::nullopt;
        if (same_page_key(*url) == own_key) return std::nullopt;
        return url->without_fragment();
    }
};

/// Where a listed post's title and address are, the surest place first.
const std::vector<Selector>& title_places() {
    static const std::vector<Selector> places = [] {
        std::vector<Selector> made;
        for (std::string_view text : {".entry-title a", ".post-title a", ".wp-block-post-title a", ".p-name a",
                                      "a.entry-title", "a.u-url", "h1 a", "h2 a", "h3 a", "h4 a", "a[rel~=bookmark]",
                                      "a:has(h2)", "a:has(h3)", "a.more-link", "a:has(time)", ".entry-date a"})
            made.emplace_back(text);
        return made;
    }();
    return places;
}

std::string heading_of(const Element& entry) {
    static const Selector headings(".entry-title, .post-title, .wp-block-post-title, h1, h2, h3");
    const Element* heading = headings.first(entry);
    return heading == nullptr ? std::string() : markup::collapsed_text(*heading);
}

std::optional<DateTime> date_of(const Element& element) {
    for (const char* name : {"datetime", "title", "content"})
        if (auto date = parse_date(markup::attribute(element, name))) return date;
    return parse_written_date(markup::collapsed_text(element));
}

std::optional<DateTime> listed_date(const Element& entry, const Url& url) {
    static const std::vector<Selector> places = [] {
        std::vector<Selector> made;
        for (std::string_view text : {"time.published", "time.entry-date", "abbr.published", ".wp-block-post-date time",
                                      "time[datetime]:not(.updated)", "time[datetime]", ".entry-date", ".post-date",
                                      ".date", ".published", ".timestamp"})
            made.emplace_back(text);
        return made;
    }();
    for (const Selector& place : places)
        if (const Element* element = place.first(entry))
            if (auto date = date_of(*element)) return date;
    return date_in_path(url.path());
}

std::optional<ListedPost> read_entry(const Element& entry, const Links& links) {
    for (const Selector& place : title_places()) {
        const Element* link = place.first(entry);
        if (link == nullptr) continue;
        const auto url = links.post(*link);
        if (!url) continue;
        const std::string heading = heading_of(entry);
        ListedPost post{*url, heading.empty() ? markup::collapsed_text(*link) : heading, listed_date(entry, *url)};
        return post;
    }
    return std::nullopt;
}

/// Calls `visit` for the elements of the main part of the page; it says whether to go inside.
void walk_main(const Element& element, const std::function<bool(const Element&)>& visit) {
    for (const Element* child = element.FirstChildElement(); child != nullptr; child = child->NextSiblingElement())
        if (!is_aside(*child) && visit(*child)) walk_main(*child, visit);
}

bool holds_several_entries(const Element& element) {
    int count = 0;
    markup::each_element(element, [&count](const Element& inside) {
        const bool entry = markup::is_named(inside, "article") || markup::has_class(inside, "hentry") ||
                           markup::has_class(inside, "wp-block-post");
        if (entry && !markup::is_inside(*inside.Parent(), "article")) ++count;
    });
    return count >= 2;
}

std::vector<ListedPost> marked_entries(const PagePart& part, const Links& links) {
    std::vector<ListedPost> posts;
    walk_main(part.document.root(), [&](const Element& element) {
        if (is_other_content(element)) return false;
        if (markup::is_named(element, "body") || !entry_elements().match(element) || holds_several_entries(element))
            return true;
        if (auto post = read_entry(element, links)) posts.push_back(*std::move(post));
        return false;
    });
    return posts;
}

std::string signature_of(const Element& heading) {
    std::string signature;
    const markup::Node* node = &heading;
    for (int level = 0; level < 3 && node != nullptr; ++level, node = node->Parent())
        if (const Element* element = node->ToElement())
            signature += std::string(element->Name()) + "." + std::string(markup::attribute(*element, "class")) + " ";
    return signature;
}

const Element* link_of(const Element& heading) {
    if (const Element* inside = markup::first_descendant(heading, "a")) return inside;
    const Element* parent = heading.Parent() == nullptr ? nullptr : heading.Parent()->ToElement();
    return parent != nullptr && markup::is_named(*parent, "a") ? parent : nullptr;
}

/// Themes without telling names: the most frequent kind of linked heading.
std::vector<ListedPost> linked_headings(const PagePart& part, const Links& links) {
    std::vector<std::vector<ListedPost>> groups;
    std::map<std::string, std::size_t> places;
    walk_main(part.document.root(), [&](const Element& element) {
        if (!markup::is_one_of(element, "h1 h2 h3 h4")) return true;
        const Element* link = link_of(element);
        const auto url = link == nullptr ? std::nullopt : links.post(*link);
        if (!url) return true;
        const auto [place, is_new] = places.emplace(signature_of(element), groups.size());
        if (is_new) groups.emplace_back();
        const Element* around = element.Parent()->ToElement();
        groups[place->second].push_back(
            {*url, markup::collapsed_text(element), listed_date(around == nullptr ? element : *around, *url)});
        return true;
    });
    const auto largest =
        std::max_element(groups.begin(), groups.end(), [](auto& a, auto& b) { return a.size() < b.size(); });
    return largest == groups.end() || largest->size() < 2 ? std::vector<ListedPost>() : *largest;
}

/// Archives that are lists or tables: a date and a link in each line.
std::vector<ListedPost> dated_lines(const PagePart& part, const Links& links) {
    std::vector<ListedPost> posts;
    walk_main(part.document.root(), [&](const Element& element) {
        if (!markup::is_one_of(element, "li tr p dd") || markup::first_descendant(element, "li") != nullptr)
            return true;
        const Element* link = markup::first_descendant(element, "a");
        const auto url = link == nullptr ? std::nullopt : links.post(*link);
        if (!url) return false;
        const std::string text = markup::collapsed_text(element), title = markup::collapsed_text(*link);
        auto date = listed_date(element, *url);
        if (!date && text.size() < title.size() + 60) date = parse_written_date(replaced(text, title, " "));
        if (date && !title.empty()) posts.push_back({*url, title, date});
        return false;
    });
    return posts.size() < 3 ? std::vector<ListedPost>() : posts;
}

std::vector<ListedPost> each_once(std::vector<ListedPost> posts) {
    std::set<std::string> keys;
    std::erase_if(posts, [&keys](const ListedPost& post) { return !keys.insert(same_page_key(post.url)).second; });
    return posts;
}

const std::vector<Selector>& older_places() {
    static const std::vector<Selector> places = [] {
        std::vector<Selector> made;
        for (std::string_view text :
             {"link[rel~=next]", "a[rel~=next]", ".nav-previous a", "a.next.page-numbers",
              "a.wp-block-query-pagination-next", "a.post-nav-older", "a.older-posts", ".older-posts a",
              "a.blog-pager-older-link", ".blog-pager-older-link a", "#blog-pager-older-link a", ".nav-older a",
              "a.older", ".older a", ".pagination .next a", ".pagination a.next", ".pagination-next a",
              "a.pagination-next", ".wp-pagenavi a.nextpostslink"})
            made.emplace_back(text);
        return made;
    }();
    return places;
}

constexpr std::array<std::string_view, 16> older_words{"older posts",
                                                       "older entries",
                                                       "older",
                                                       "ältere beiträge",
                                                       "ältere artikel",
                                                       "articles plus anciens",
                                                       "articles précédents",
                                                       "entradas antiguas",
                                                       "entradas anteriores",
                                                       "articoli meno recenti",
                                                       "postagens mais antigas",
                                                       "oudere berichten",
                                                       "previous entries",
                                                       "next page",
                                                       "nächste seite",
                                                       "page suivante"};

bool says_older(const Element& link) {
    std::string text = case_folded(markup::collapsed_text(link));
    for (std::string_view mark : {"«", "»", "←", "→", "<", ">"}) text = replaced(text, mark, "");
    const std::string_view words = trimmed(text);
    return std::find(older_words.begin(), older_words.end(), words) != older_words.end();
}

/// 3 for "/page/3/" and "?paged=3"; 1 otherwise.
long long page_number(const Url& url) {
    if (const auto paged = url.parameter("paged")) return parsed_integer(*paged).value_or(1);
    const std::string path = url.path();
    const std::size_t at = path.rfind("/page/");
    if (at == std::string::npos) return 1;
    const std::string_view rest = std::string_view(path).substr(at + 6);
    return parsed_integer(rest.substr(0, rest.find('/'))).value_or(1);
}

}  // namespace

std::vector<ListedPost> listed_posts(const PagePart& part, const Site& site) {
    if (!part.url) return {};
    const Links links{part, site, same_page_key(*part.url)};
    using Reader = std::vector<ListedPost> (*)(const PagePart&, const Links&);
    for (Reader read : {marked_entries, linked_headings, dated_lines}) {
        auto posts = each_once(read(part, links));
        if (!posts.empty()) return posts;
    }
    return {};
}

std::optional<Url> older_page(const PagePart& part, const Site& site) {
    if (!part.url) return std::nullopt;
    const std::string own = part.url->without_fragment().text();
    const auto target = [&](const Element& link) -> std::optional<Url> {
        auto url = part.url->resolve(trimmed(markup::attribute(link, "href")));
        if (!url || !site.has(*url) || url->text().find("comment-page") != std::string::npos) return std::nullopt;
        if (url->without_fragment().text() == own) return std::nullopt;
        return url->without_fragment();
    };
    for (const Selector& place : older_places())
        if (const Element* link = place.first(part.document.root()))
            if (auto url = target(*link)) return url;
    std::optional<Url> by_words, by_number;
    markup::each_element(part.document.root(), [&](const Element& element) {
        if (by_words || !markup::is_named(element, "a")) return;
        const auto url = target(element);
        if (!url) return;
        if (says_older(element)) by_words = url;
        if (!by_number && page_number(*url) == page_number(*part.url) + 1) by_number = url;
    });
    return by_words ? by_words : by_number;
}

std::string archive_title(const PagePart& part, const extract::Metadata& metadata) {
    static const Selector headings(
        ".archive-title, .page-title, .wp-block-query-title, .taxonomy-title, header.page-header h1");
    constexpr std::string_view kinds =
        "category kategorie catégorie categoría categoria tag schlagwort étiquette etiqueta label month monat year "
        "jahr archive "
        "archives archiv series serie série day author";
    const bool is_home = part.url && part.url->path() == "/" && !part.url->query();
    const Element* heading = is_home ? nullptr : headings.first(part.document.root());
    if (heading == nullptr)
        return metadata.site_title.empty() || !is_home ? (metadata.title.empty() ? metadata.site_title : metadata.title)
                                                       : metadata.site_title;
    std::string title = markup::collapsed_text(*heading);
    const std::size_t colon = title.find(':');
    if (colon == std::string::npos) return title;
    const bool is_kind = has_word(kinds, ascii_lowered(trimmed(title.substr(0, colon))));
    return is_kind ? std::string(trimmed(std::string_view(title).substr(colon + 1))) : title;
}

}  // namespace blogbind
