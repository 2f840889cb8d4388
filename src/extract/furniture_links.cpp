#include "extract/furniture_links.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>

#include "base/text.h"
#include "extract/walk.h"
#include "net/url.h"

namespace blogbind::extract {

namespace {

using markup::Element;
using markup::Node;

constexpr double most_in_teasers = 0.35;  // of a text; authors write such boxes of their posts, too
constexpr double most_in_links = 0.6;
constexpr std::size_t longest_teaser = 600;
constexpr std::size_t shortest_title = 18;  // letters; shorter lines are links of other kinds
constexpr std::size_t shortest_prose = 80;  // letters outside links that make a paragraph

bool is_same_site(std::string_view a, std::string_view b) {
    const auto bare = [](std::string_view host) { return host.starts_with("www.") ? host.substr(4) : host; };
    a = bare(a);
    b = bare(b);
    return a == b || a.ends_with("." + std::string(b)) || b.ends_with("." + std::string(a));
}

/// Whether a link leads to another page of the site; one to a place in a page or a picture does not.
bool leads_within_site(const Element& link, std::string_view host) {
    constexpr std::array<std::string_view, 5> pictures{".jpg", ".jpeg", ".png", ".gif", ".webp"};
    const std::string href = ascii_lowered(trimmed(markup::attribute(link, "href")));
    if (href.empty() || href.find('#') != std::string::npos) return false;
    if (std::ranges::any_of(pictures, [&](std::string_view ending) { return href.ends_with(ending); })) return false;
    const std::optional<Url> url = Url::parse(href.starts_with("//") ? "https:" + href : href);
    if (url) return url->is_web() && !host.empty() && is_same_site(url->host(), host);
    return href.find(':') == std::string::npos;
}

/// The link that is all of an element's text, within it or around it.
const Element* sole_link(const Element& element) {
    if (element.Parent() != nullptr && markup::is_named(*element.Parent(), "a")) return element.Parent()->ToElement();
    const LinkShare share = link_share(element);
    return share.linked > 0 && share.plain * 6 <= share.linked ? markup::first_descendant(element, "a") : nullptr;
}

std::size_t headings_in(const Element& element) {
    std::size_t count = 0;
    markup::each_element(element,
                         [&](const Element& inner) { count += markup::is_one_of(inner, "h1 h2 h3 h4 h5 h6") ? 1 : 0; });
    return count;
}

/// What holds a linked heading, its picture and its few words, and nothing else; null if the heading stands free.
Element* box_of(Element& heading, const Element& root) {
    Element* box = &heading;
    for (Node* up = heading.Parent(); up != nullptr && up != &root; up = up->Parent()) {
        Element& outer = *up->ToElement();
        if (markup::has_more_text(outer, longest_teaser) || headings_in(outer) > 1) break;
        box = &outer;
    }
    return box != &heading ? box : nullptr;
}

/// What is a large share of a text is no furniture: a page that lists a blog's posts.
std::vector<Element*> unless_more(std::vector<Element*> found, const Element& root, double share) {
    std::size_t letters = 0;
    for (const Element* element : found) letters += markup::text_length(*element);
    if (static_cast<double>(letters) > share * static_cast<double>(markup::text_length(root))) found.clear();
    return found;
}

enum class LineKind { prose, link, other };

/// A footnote, which leads back to its place in the text.
bool is_note(const Element& line, const LinkShare& share) {
    if (share.plain < shortest_title || !markup::is_one_of(line, "li p")) return false;
    bool leads_back = false;
    markup::each_element(line, [&leads_back](const Element& inner) {
        if (markup::is_named(inner, "a") && trimmed(markup::attribute(inner, "href")).starts_with('#'))
            leads_back = true;
    });
    return leads_back;
}

LineKind kind_of(const Element& line, std::string_view host) {
    const LinkShare share = link_share(line);
    if (is_note(line, share)) return LineKind::prose;
    if (share.plain >= shortest_prose && !markup::is_one_of(line, "td th")) return LineKind::prose;
    if (share.linked + share.plain < shortest_title || !markup::is_one_of(line, "p div h2 h3 h4 h5 h6"))
        return LineKind::other;
    if (markup::is_inside(line, "li td figure")) return LineKind::other;
    const Element* link = sole_link(line);
    return link != nullptr && leads_within_site(*link, host) ? LineKind::link : LineKind::other;
}

/// Whether a line begins with what points a reader elsewhere.
bool begins_with_arrow(const Element& line) {
    constexpr std::array<std::string_view, 8> arrows{">>", "» ", "►", "▶", "→", "➤", "➡", "+++"};
    const std::string text = markup::collapsed_text(line);
    return std::ranges::any_of(arrows, [&](std::string_view arrow) { return text.starts_with(arrow); });
}

}  // namespace

LinkShare link_share(const Element& element) {
    LinkShare share;
    const std::size_t whole = markup::text_length(element);
    walk(element, [&](const Element& inner) {
        if (!markup::is_named(inner, "a")) return Step::into;
        share.linked += markup::text_length(inner);
        return Step::past;
    });
    share.plain = whole - std::min(whole, share.linked);
    return share;
}

std::vector<Element*> teaser_boxes(Element& root, std::string_view host) {
    std::vector<Element*> boxes;
    std::map<const Node*, int> side_by_side;
    markup::each_element(root, [&](Element& heading) {
        if (!markup::is_one_of(heading, "h2 h3 h4 h5") || !markup::has_more_text(heading, shortest_title - 1)) return;
        const Element* link = sole_link(heading);
        Element* box = link != nullptr && leads_within_site(*link, host) ? box_of(heading, root) : nullptr;
        if (box == nullptr) return;
        boxes.push_back(box);
        ++side_by_side[box->Parent()];
    });
    std::erase_if(boxes, [&](const Element* box) { return side_by_side[box->Parent()] < 2; });
    return unless_more(std::move(boxes), root, most_in_teasers);
}

std::vector<Element*> outer_links(Element& root, std::string_view host) {
    std::vector<Element*> links, pointed;
    std::size_t before = 0;  // links above the first paragraph
    bool has_prose = false;
    markup::each_element(root, [&](Element& element) {
        const auto end_with = [&element](const std::vector<Element*>& found) {
            return !found.empty() && holds(*found.back(), element);
        };
        if (!is_line(element) || end_with(links) || end_with(pointed)) return;
        switch (kind_of(element, host)) {
            case LineKind::prose:
                if (!has_prose) before = links.size();
                links.resize(before);
                has_prose = true;
                break;
            case LineKind::link: (begins_with_arrow(element) ? pointed : links).push_back(&element); break;
            case LineKind::other: break;
        }
    });
    if (!has_prose) return {};
    links.insert(links.end(), pointed.begin(), pointed.end());
    return unless_more(std::move(links), root, most_in_links);
}

}  // namespace blogbind::extract
