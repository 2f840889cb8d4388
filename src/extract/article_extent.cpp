#include "extract/article_extent.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>

#include "base/text.h"
#include "extract/article_anchor.h"
#include "extract/furniture_links.h"
#include "extract/walk.h"

namespace blogbind::extract {

namespace {

using markup::Element;
using markup::Node;

/// Whether a box is too long for a teaser and holds its text in an element of the same name as the body.
bool is_like_part(const Element& box, const Element& body, const ProseMap& prose) {
    constexpr double longest_teaser = 600;
    const std::vector<std::string_view> names = split_words(markup::attribute(body, "class"));
    if (names.empty() || prose.of(box).total <= longest_teaser) return false;
    bool found = false;
    markup::each_element(box, [&](const Element& inner) { found = found || markup::has_class(inner, names.front()); });
    return found;
}

/// What stands in `outer` with titles of other posts above it, beside `body`.
double prose_of_teasers(const Element& outer, const Element& body, const ProseMap& prose) {
    std::set<const Element*> teasers;
    markup::each_element(outer, [&](const Element& heading) {
        if (holds(body, heading) || !is_linked_heading(heading)) return;
        const Node* box = heading.Parent();
        while (box != &outer && prose.of(*box->ToElement()).total <= 0) box = box->Parent();
        if (box != &outer && !holds(*box->ToElement(), body)) teasers.insert(box->ToElement());
    });
    double total = 0;
    for (const Element* teaser : teasers)
        if (!is_like_part(*teaser, body, prose)) total += prose.of(*teaser).total;
    return total;
}

/// What stands in `outer` as copies of `body`: layouts for wide and narrow screens hold a text each.
double prose_of_copies(const Element& outer, const Element& body, const ProseMap& prose) {
    const double letters = prose.of(body).total;
    const std::string text = markup::collapsed_text(body);
    double total = 0;
    walk(outer, [&](const Element& element) {
        if (&element == &body) return Step::past;
        const bool is_copy =
            prose.of(element).total == letters && !holds(element, body) && markup::collapsed_text(element) == text;
        if (is_copy) total += letters;
        return is_copy || prose.of(element).total < letters ? Step::past : Step::into;
    });
    return total;
}

/// Whether the element is named after the ingredients of a recipe.
bool holds_ingredients(const Element& element) {
    constexpr std::array<std::string_view, 10> words{"ingredient", "Ingredient", "ingrédient", "Ingrédient",
                                                     "zutat",      "Zutat",      "skladnik",   "Skladnik",
                                                     "ainesosa",   "Ainesosa"};
    return std::ranges::any_of(std::array{"class", "id", "itemprop"}, [&](const char* name) {
        const std::string_view value = markup::attribute(element, name);
        return std::ranges::any_of(words,
                                   [&](std::string_view word) { return value.find(word) != std::string_view::npos; });
    });
}

bool stands_elsewhere(const Element& element, const Element& scope) {
    for (const Node* up = &element; up != nullptr && up != &scope; up = up->Parent())
        if (up->ToElement() != nullptr && is_elsewhere(*up->ToElement())) return true;
    return false;
}

/// Whether a box beside the chosen paragraphs is a menu, a form, a row of cards: it has next to no text of its own.
bool is_beside_text(const Element& box, bool is_anchored, const ProseMap& prose) {
    constexpr double few = 80, longest_picture_text = 100;  // letters
    const Prose found = prose.of(box);
    const LinkShare share = link_share(box);
    if (found.total >= (is_anchored ? 1 : few) || markup::first_descendant(box, "pre") != nullptr) return false;
    const auto letters = static_cast<double>(share.linked + share.plain);
    if (found.pictures > 0 && letters <= longest_picture_text) return false;
    bool is_heading = false;
    markup::each_element(box, [&](const Element& inner) {
        is_heading = is_heading || holds_ingredients(inner);
        const bool is_all = markup::is_one_of(inner, "h2 h3 h4 h5 h6") && markup::text_length(inner) >= share.plain;
        is_heading = is_heading || is_all;
    });
    return !is_heading;
}

void note_boxes_beside(const Element& inner, const Element& outer, bool is_anchored, const ProseMap& prose,
                       std::vector<const Element*>& found) {
    for (const Element* child = outer.FirstChildElement(); child != nullptr; child = child->NextSiblingElement()) {
        if (child == &inner || markup::is_phrasing(*child) || is_line(*child)) continue;
        if (markup::is_one_of(*child, "p ul ol dl table blockquote pre figure")) continue;
        if (holds(*child, inner))
            note_boxes_beside(inner, *child, is_anchored, prose, found);
        else if (is_beside_text(*child, is_anchored, prose))
            found.push_back(child);
    }
}

}  // namespace

const Element* widened(const Element& body, const Element& scope, bool is_anchored, const ProseMap& prose) {
    const double share = is_anchored ? 0.2 : 0.6;
    const Element* best = &body;
    for (const Node* up = body.Parent(); up != nullptr && best != &scope; up = up->Parent()) {
        const Element* outer = up->ToElement();
        if (outer == nullptr || !holds(scope, *outer) || markup::is_one_of(*outer, "html body")) break;
        const double inside = prose.of(*best).total;
        double extra = prose.of(*outer).total - inside;
        if (extra < 200 || extra < share * inside) continue;
        extra -= prose_of_copies(*outer, *best, prose);
        if (extra < 200 || extra < share * inside) continue;
        if (!is_anchored && prose_of_teasers(*outer, *best, prose) > extra / 2) break;
        best = outer;
    }
    return best;
}

const Element* with_ingredients(const Element& body, const Element& scope, const ProseMap& prose) {
    constexpr std::size_t shortest_list = 20;  // letters
    const Element* whole = &body;
    walk(scope, [&](const Element& element) {
        const bool is_list = markup::is_one_of(element, "div section ul ol table dl") && holds_ingredients(element);
        if (!is_list || !markup::has_more_text(element, shortest_list - 1)) return Step::into;
        if (stands_elsewhere(element, scope)) return Step::past;
        while (!holds(*whole, element)) whole = whole->Parent()->ToElement();
        return Step::past;
    });
    const bool is_near = !markup::is_one_of(*whole, "html body") && prose.of(*whole).total <= 2 * prose.of(body).total;
    return is_near ? whole : &body;
}

std::vector<const Element*> boxes_beside(const Element& inner, const Element& outer, bool is_anchored,
                                         const ProseMap& prose) {
    std::vector<const Element*> found;
    note_boxes_beside(inner, outer, is_anchored, prose, found);
    return found;
}

}  // namespace blogbind::extract
