#include "extract/furniture_related.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "extract/furniture_lines.h"
#include "extract/furniture_links.h"
#include "extract/walk.h"

namespace blogbind::extract {

namespace {

using markup::Element;
using markup::Node;

constexpr std::size_t longest_heading = 80;
constexpr std::size_t letters_for_each_link = 350;  ///< a title and an excerpt; prose has fewer links
constexpr std::size_t longest_remark = 120;         ///< beside links

std::size_t links_in(const Element& element) {
    std::size_t count = 0;
    markup::each_element(element, [&](const Element& inner) {
        count += markup::is_named(inner, "a") && markup::has_text(inner) ? 1 : 0;
    });
    return count;
}

/// A heading, or a line of its own that can be one: <p>, <div>, <strong> between blocks.
bool can_head(const Element& element) {
    if (markup::is_one_of(element, "h2 h3 h4 h5 h6")) return true;
    if (markup::is_one_of(element, "strong b span")) {
        const Node* parent = element.Parent();
        return parent != nullptr && parent->ToElement() != nullptr && !markup::is_phrasing(*parent->ToElement()) &&
               !is_line(*parent->ToElement());
    }
    return markup::is_one_of(element, "p div") && is_line(element);
}

/// The largest box of links that begins with the heading; null if there is none.
Element* headed_box(const Element& heading, Element& root) {
    const std::string text = markup::collapsed_text(heading);
    const std::size_t most = markup::text_length(root) / 2;
    Element* box = nullptr;
    for (Node* up = const_cast<Element&>(heading).Parent(); up != nullptr && up != &root; up = up->Parent()) {
        Element& outer = *up->ToElement();
        const std::size_t letters = markup::text_length(outer), links = links_in(outer);
        if (letters > most || !markup::collapsed_text(outer).starts_with(text)) break;
        if (links > 0 && letters <= letters_for_each_link * links) box = &outer;
    }
    return box;
}

}  // namespace

std::vector<Element*> related_headings_in(Element& root) {
    std::vector<Element*> headings;
    markup::each_element(root, [&](Element& element) {
        if (!can_head(element) || markup::has_more_text(element, longest_heading)) return;
        if (!headings.empty() && holds(*headings.back(), element)) return;
        if (is_related_heading(markup::collapsed_text(element))) headings.push_back(&element);
    });
    return headings;
}

std::vector<Element*> related_posts(Element& heading, Element& root) {
    if (Element* box = headed_box(heading, root)) return {box};
    std::vector<Element*> found{&heading};
    for (Element* next = heading.NextSiblingElement(); next != nullptr; next = next->NextSiblingElement()) {
        const LinkShare share = link_share(*next);
        if (share.linked == 0 || share.plain > share.linked + longest_remark) break;
        found.push_back(next);
    }
    const bool is_of_text = found.size() == 1 && heading.NextSiblingElement() != nullptr;  // prose follows
    if (is_of_text) found.clear();
    return found;
}

}  // namespace blogbind::extract
