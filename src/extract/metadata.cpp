#include "extract/metadata.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>

#include "base/text.h"
#include "base/utf8.h"
#include "extract/head_facts.h"
#include "extract/head_lines.h"
#include "extract/page_addresses.h"
#include "extract/page_title.h"
#include "extract/person_names.h"
#include "extract/ruled_fields.h"
#include "extract/structured_data.h"
#include "extract/titles.h"
#include "markup/html_parser.h"

namespace blogbind::extract {

namespace {

using markup::Element;

constexpr std::array<std::string_view, 4> title_names{"og:title", "twitter:title", "parsely-title", "dc.title"};
constexpr auto author_names_in_meta = std::to_array<std::string_view>(
    {"article:author", "author", "parsely-author", "dc.creator", "dcterms.creator", "byl", "byline", "article_author",
     "sailthru.author", "og:article:author", "citation_author", "cxenseparse:author", "article:author_name", "writer"});
constexpr auto published_names = std::to_array<std::string_view>({"article:published_time",
                                                                  "datepublished",
                                                                  "parsely-pub-date",
                                                                  "dc.date.issued",
                                                                  "dcterms.created",
                                                                  "date",
                                                                  "pubdate",
                                                                  "pub_date",
                                                                  "publish_date",
                                                                  "publish-date",
                                                                  "publishdate",
                                                                  "published_at",
                                                                  "published_date",
                                                                  "publication_date",
                                                                  "date_published",
                                                                  "dc.date",
                                                                  "dc.date.created",
                                                                  "dcterms.date",
                                                                  "og:article:published_time",
                                                                  "article:published",
                                                                  "article.published",
                                                                  "article_date_original",
                                                                  "citation_publication_date",
                                                                  "sailthru.date",
                                                                  "release_date",
                                                                  "og:release_date",
                                                                  "uploaddate"});
constexpr std::array<std::string_view, 3> updated_names{"article:modified_time", "og:updated_time", "datemodified"};
constexpr std::array<std::string_view, 3> site_names{"og:site_name", "application-name", "al:android:app_name"};
constexpr std::array<std::string_view, 2> language_names{"og:locale", "content-language"};
constexpr std::array<std::string_view, 1> place_names{"geo.placename"};
constexpr std::array<std::string_view, 2> position_names{"geo.position", "icbm"};
constexpr std::array<std::string_view, 3> image_names{"og:image:secure_url", "og:image", "twitter:image"};
constexpr std::array<std::string_view, 2> licence_names{"dc.rights", "dcterms.license"};
constexpr std::array<std::string_view, 3> keyword_names{"parsely-tags", "news_keywords", "keywords"};

/// All that is known of one page, from which each field takes the best.
struct Evidence {
    std::optional<Url> url, base;
    HeadFacts head;
    StructuredData data;
    const PageFacts& page;

    [[nodiscard]] std::string text(PageField field) const {
        const Element* element = page.first(field);
        return element != nullptr ? markup::collapsed_text(*element) : std::string{};
    }
};

std::optional<Url> parsed_address(std::string_view text, const std::optional<Url>& base) {
    if (trimmed(text).empty()) return std::nullopt;
    return base ? base->resolve(trimmed(text)) : Url::parse(trimmed(text));
}

/// An address that claims to be the page's own is believed if it does not lead to the home page or another host.
bool is_credible(const Url& canonical, const std::optional<Url>& url) {
    if (!canonical.is_web()) return false;
    if (!url) return true;
    const bool leads_home = canonical.path() == "/" && !canonical.query() && (url->path() != "/" || url->query());
    return canonical.host() == url->host() && !leads_home;
}

std::optional<Url> canonical_address(const HeadFacts& head, const std::optional<Url>& url,
                                     const std::optional<Url>& base) {
    constexpr std::array<std::string_view, 1> own{"og:url"};
    for (const std::optional<Url>& candidate : {head.link("canonical"), parsed_address(head.meta(own), base)})
        if (candidate && is_credible(*candidate, url)) return post_address(*candidate);
    return std::nullopt;
}

std::string bcp47(std::string_view language) {
    std::string tag = replaced(trimmed(language), "_", "-");
    const bool is_tag = tag.size() >= 2 && tag.size() <= 35 && std::ranges::all_of(tag, [](char c) {
                            return is_ascii_alpha(c) || is_ascii_digit(c) || c == '-';
                        });
    return is_tag ? tag : std::string{};
}

std::string language(const Evidence& evidence) {
    for (const std::string& candidate :
         {evidence.head.language(), evidence.head.meta(language_names), evidence.data.language})
        if (std::string tag = bcp47(candidate); !tag.empty()) return tag;
    return {};
}

/// The heading that the reader sees is the author's; what is meant for search engines comes next.
std::string visible_title(const Evidence& evidence, std::string_view site) {
    for (const Element* element : evidence.page.all(PageField::title)) {
        std::string title = markup::collapsed_text(*element);
        if (!title.empty() && title.size() < 400 && !is_same_title(title, site)) return title;
    }
    return {};
}

std::vector<std::string> texts(const std::vector<const Element*>& elements) {
    std::vector<std::string> all;
    for (const Element* element : elements) all.push_back(markup::collapsed_text(*element));
    return all;
}

std::string title(const Evidence& evidence, std::string_view site) {
    return page_title({.shown = texts(evidence.page.all(PageField::title)),
                       .headings = texts(evidence.page.headings()),
                       .in_body = evidence.page.heading_in_body() != nullptr
                                      ? markup::collapsed_text(*evidence.page.heading_in_body())
                                      : std::string{},
                       .told = evidence.head.meta(title_names),
                       .headline = evidence.data.headline,
                       .document = evidence.head.title(),
                       .site = std::string(site),
                       .url = evidence.url});
}

std::string site_title(const Evidence& evidence) {
    for (const std::string& candidate : {evidence.head.meta(site_names), evidence.data.site_name,
                                         evidence.head.feed_title(), evidence.text(PageField::site_title)})
        if (!candidate.empty() && candidate.size() < 200) return candidate;
    return site_in(evidence.head.title(), visible_title(evidence, ""));
}

std::optional<Url> site_address(const Evidence& evidence) {
    for (const PageField field : {PageField::site_title, PageField::site_home}) {
        const Element* element = evidence.page.first(field);
        if (element == nullptr) continue;
        const Element* link = markup::is_named(*element, "a") ? element : markup::first_descendant(*element, "a");
        if (link == nullptr) continue;
        if (std::optional<Url> target = link_target(*link, evidence.base)) return target;
    }
    if (std::optional<Url> declared = parsed_address(evidence.data.site_url, evidence.base)) return declared;
    return evidence.url && evidence.url->is_web() ? Url::parse(evidence.url->origin() + "/") : std::nullopt;
}

void add_once(std::vector<std::string>& list, std::string text) {
    if (!text.empty() && std::ranges::find(list, text) == list.end()) list.push_back(std::move(text));
}

void add_all(std::vector<std::string>& list, std::vector<std::string> names) {
    for (std::string& name : names) add_once(list, std::move(name));
}

/// Some systems put the markup of their bylines into what only machines read.
std::string without_markup(const std::string& name) {
    if (name.find('<') == std::string::npos) return name;
    const auto parsed = markup::parse_fragment(name);
    return parsed ? markup::collapsed_text(parsed->body.root()) : name;
}

/// The names that machines are told; the first source that has any is believed.
std::vector<std::string> told_authors(const Evidence& evidence, std::string_view site) {
    std::vector<std::string> names;
    const auto add = [&](const std::string& name) {
        add_all(names, author_names(in_reading_order(without_markup(name)), site));
    };
    std::ranges::for_each(evidence.data.authors, add);
    for (const std::string_view key : author_names_in_meta)
        if (names.empty()) std::ranges::for_each(evidence.head.all(key), add);
    return names;
}

enum class Belief { surely_people, anybody };

/// The first line of a byline that names somebody: it may go on with a place and a date in boxes of their own.
std::vector<std::string> people_in(const Element& byline, Belief belief) {
    const std::string text = markup::block_text(byline);
    const bool is_link = markup::is_named(byline, "a");
    for (const std::string_view line : split(text, '\n')) {
        std::vector<std::string> names = author_names(line, {});
        if (names.empty()) continue;
        const std::string& first = names.front();
        const bool is_person = looks_personal(first) || (is_link && looks_like_single_name(first));
        const bool is_label = first.find(':') != std::string::npos || parse_written_date(first);
        if (belief == Belief::surely_people ? is_person : !is_label) return names;
    }
    return {};
}

/// Links to one author are often printed twice, by name and by picture; the first element that names a person wins,
/// and of several authors in one byline each has an element.
std::vector<std::string> shown_authors(const Evidence& evidence) {
    std::vector<std::string> names;
    const markup::Node* byline = nullptr;
    for (const Element* element : evidence.page.all(PageField::author)) {
        if (byline != nullptr && element->Parent() != byline) continue;
        std::vector<std::string> people = people_in(*element, Belief::surely_people);
        if (people.empty()) continue;
        byline = element->Parent();
        add_all(names, std::move(people));
    }
    return names;
}

/// Most pages say elsewhere what the lines at their head tell.
using LinesOnDemand = std::function<const HeadLines&()>;

std::vector<std::string> authors(const Evidence& evidence, std::string_view site, const LinesOnDemand& lines) {
    std::vector<std::string> names = told_authors(evidence, site);
    if (names.empty()) names = shown_authors(evidence);
    if (names.empty()) names = lines().authors();
    if (!names.empty()) return names;
    for (const Element* element : evidence.page.all(PageField::author))
        if (names.empty()) names = people_in(*element, Belief::anybody);
    return names;
}

std::optional<DateTime> visible_date(const Evidence& evidence, PageField field) {
    for (const Element* element : evidence.page.all(field))
        if (std::optional<DateTime> date = date_of(*element)) return date;
    return std::nullopt;
}

std::optional<DateTime> published(const Evidence& evidence, const LinesOnDemand& lines) {
    for (const std::string& candidate : {evidence.data.published, evidence.head.meta(published_names)})
        if (std::optional<DateTime> date = parse_written_date(candidate)) return date;
    if (std::optional<DateTime> date = visible_date(evidence, PageField::published)) return date;
    if (std::optional<DateTime> date = visible_date(evidence, PageField::updated)) return date;
    if (evidence.url)
        if (std::optional<DateTime> date = date_in_path(evidence.url->path())) return date;
    return lines().date();
}

std::optional<DateTime> updated(const Evidence& evidence) {
    for (const std::string& candidate : {evidence.data.updated, evidence.head.meta(updated_names)})
        if (std::optional<DateTime> date = parse_written_date(candidate)) return date;
    return visible_date(evidence, PageField::updated);
}

/// Classic themes call all terms tags; the address of a category says what it is.
bool is_category_address(const Url& url) {
    constexpr std::array<std::string_view, 5> marks{"/category/", "/categories/", "/kategorie/", "/series/",
                                                    "/topics/"};
    return std::ranges::any_of(marks, [&](auto mark) { return url.path().find(mark) != std::string::npos; }) ||
           url.parameter("cat").has_value();
}

std::size_t depth(const Url& url) { return static_cast<std::size_t>(std::ranges::count(url.path(), '/')); }

void read_terms(const Evidence& evidence, Metadata& metadata) {
    std::vector<std::string> tags;
    const auto read = [&](const Element& link, bool is_category) {
        const std::optional<Url> target = link_target(link, evidence.base);
        std::string name = markup::collapsed_text(link);
        if (name.empty() || name.size() > 100) return;
        is_category = is_category || (target && is_category_address(*target));
        add_once(is_category ? metadata.tags : tags, std::move(name));
        if (is_category && target && std::ranges::find(metadata.category_urls, *target) == metadata.category_urls.end())
            metadata.category_urls.push_back(*target);
    };
    for (const Element* link : evidence.page.all(PageField::category)) read(*link, true);
    for (const Element* link : evidence.page.all(PageField::tag)) read(*link, false);
    for (std::string& tag : tags) add_once(metadata.tags, std::move(tag));
    std::ranges::stable_sort(metadata.category_urls, std::ranges::greater{}, depth);
}

/// Terms that only machines are told; not used where the page shows its own.
void read_keywords(const Evidence& evidence, Metadata& metadata) {
    if (!metadata.tags.empty()) return;
    for (const std::string& section : evidence.head.all("article:section")) add_once(metadata.tags, section);
    for (const std::string& tag : evidence.head.all("article:tag")) add_once(metadata.tags, tag);
    for (const std::string& keyword : evidence.data.keywords) add_once(metadata.tags, keyword);
    if (!metadata.tags.empty()) return;
    const std::string keywords = evidence.head.meta(keyword_names);
    for (const std::string_view word : split(keywords, ',')) add_once(metadata.tags, collapsed(word));
}

/// A neighbour is another post: neither a page of comments nor the next page of this post.
std::optional<Url> neighbour(const Evidence& evidence, PageField field, std::string_view relation) {
    const std::optional<Url>& own = evidence.url;
    const auto is_post = [&](const std::optional<Url>& target) {
        return target && !comment_page(*target) && !(own && continuation_number(post_address(*own), *target)) &&
               !(own && same_page_key(*target) == same_page_key(*own));
    };
    for (const Element* link : evidence.page.all(field))
        if (const std::optional<Url> target = link_target(*link, evidence.base); is_post(target))
            return target->without_fragment();
    const std::optional<Url> linked = evidence.head.link(relation);
    return is_post(linked) ? linked : std::nullopt;
}

std::string place(const Evidence& evidence) {
    for (const std::string& candidate :
         {evidence.head.meta(place_names), evidence.data.place, evidence.text(PageField::place)})
        if (!candidate.empty() && candidate.size() < 200) return candidate;
    return {};
}

std::optional<Position> position(const Evidence& evidence) {
    if (evidence.data.position) return evidence.data.position;
    return parsed_position(evidence.head.meta(position_names));
}

std::string licence(const Evidence& evidence) {
    const Element* element = evidence.page.first(PageField::licence);
    if (element != nullptr)
        if (const std::optional<Url> target = link_target(*element, evidence.base)) return target->text();
    if (const std::optional<Url> linked = evidence.head.link("license")) return linked->text();
    const std::optional<Url> declared = Url::parse(evidence.head.meta(licence_names));
    return declared ? declared->text() : std::string{};
}

std::optional<Url> lead_image(const Evidence& evidence) {
    for (const std::string& candidate : {evidence.data.image, evidence.head.meta(image_names)})
        if (std::optional<Url> url = parsed_address(candidate, evidence.base); url && url->is_web()) return url;
    return evidence.head.link("image_src");
}

/// A long one is no line below a title, but a text that is called so; a short word alone is the name of a section.
std::string subtitle(const Evidence& evidence) {
    constexpr std::size_t longest = 500, longest_word = 15;
    std::string text = evidence.text(PageField::subtitle);
    const bool is_word = text.size() <= longest_word && text.find(' ') == std::string::npos;
    return is_word || text.size() > longest ? std::string() : text;
}

std::vector<Url> aliases(const Evidence& evidence, const std::optional<Url>& canonical) {
    constexpr std::array<std::string_view, 1> own{"og:url"};
    std::vector<Url> addresses;
    const auto add = [&](const std::optional<Url>& url) {
        if (!url || !is_credible(*url, evidence.url) || (canonical && post_address(*url) == *canonical)) return;
        if (std::ranges::find(addresses, *url) == addresses.end()) addresses.push_back(*url);
    };
    add(evidence.head.link("shortlink"));
    add(parsed_address(evidence.head.meta(own), evidence.base));
    return addresses;
}

}  // namespace

Metadata read_metadata(const Element& document, const Article* article, const std::optional<Url>& url,
                       const RuledParts& ruled) {
    return read_metadata(document, PageFacts(document, article), url, ruled);
}

Metadata read_metadata(const Element& document, const PageFacts& facts, const std::optional<Url>& url,
                       const RuledParts& ruled) {
    const std::optional<Url> base = base_address(document, url);
    HeadFacts head(document, base);
    Metadata metadata;
    metadata.canonical = canonical_address(head, url, base);
    const std::optional<Url> own = url ? url : metadata.canonical;
    const Evidence evidence{own, base ? base : own, std::move(head), read_structured_data(document, metadata.canonical),
                            facts};
    metadata.aliases = aliases(evidence, metadata.canonical);
    metadata.site_title = site_title(evidence);
    metadata.title = title(evidence, metadata.site_title);
    metadata.subtitle = subtitle(evidence);
    metadata.language = language(evidence);
    metadata.site_description = evidence.text(PageField::site_description);
    metadata.site_url = site_address(evidence);
    std::optional<HeadLines> read;
    const LinesOnDemand lines = [&]() -> const HeadLines& {
        return read ? *read : read.emplace(document, metadata.title);
    };
    metadata.authors = authors(evidence, metadata.site_title, lines);
    metadata.published = published(evidence, lines);
    metadata.updated = updated(evidence);
    read_terms(evidence, metadata);
    read_keywords(evidence, metadata);
    metadata.previous = neighbour(evidence, PageField::previous, "prev");
    metadata.next = neighbour(evidence, PageField::next, "next");
    metadata.place = place(evidence);
    metadata.position = position(evidence);
    metadata.licence = licence(evidence);
    metadata.lead_image = lead_image(evidence);
    take_ruled(ruled, evidence.base, metadata);
    return metadata;
}

}  // namespace blogbind::extract
