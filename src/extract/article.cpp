#include "extract/article.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "base/text.h"
#include "extract/furniture_links.h"
#include "extract/platforms.h"
#include "extract/prose.h"
#include "extract/walk.h"

namespace blogbind::extract {

namespace {

using markup::Element;
using markup::Node;

struct Candidate {
    const Element* element = nullptr;
    std::size_t rank = 0;
};

constexpr double surely_text = 500;  // letters of prose

/// Anchors and bodies of a page in document order, outermost only: themes and page builders nest them.
struct Candidates {
    std::vector<Candidate> anchors, bodies;
};

bool is_below(const Node& node, const std::vector<Candidate>& candidates) {
    return !candidates.empty() && holds(*candidates.back().element, node);
}

Candidates candidates_in(const Element& root, Outside outside) {
    Candidates found;
    walk(root, [&](const Element& element) {
        const auto match = article_rules().match(element);
        const bool has_role =
            match && match->role != ArticleRole::elsewhere && !markup::is_one_of(element, "html body");
        if ((!has_role || outside == Outside::by_element) && is_elsewhere(element, outside)) return Step::past;
        if (!has_role) return Step::into;
        auto& list = match->role == ArticleRole::anchor ? found.anchors : found.bodies;
        if (!is_below(element, list)) list.push_back({&element, match->rank});
        return Step::into;
    });
    return found;
}

/// The number in `body.postid-52` or `body.page-id-58`.
std::string_view post_number(const Element& document) {
    const Element* body = markup::first_descendant(document, "body");
    if (body == nullptr) return {};
    for (const std::string_view word : split_words(markup::attribute(*body, "class")))
        for (const std::string_view prefix : {"postid-", "page-id-"})
            if (word.starts_with(prefix)) return word.substr(prefix.size());
    return {};
}

bool carries_number(const Element& anchor, std::string_view number) {
    const std::string name = "post-" + std::string(number);
    return markup::attribute(anchor, "id") == name || markup::has_class(anchor, name);
}

/// Of those that carry the post's own number the one with the most text: its picture and its entry in a list of posts
/// carry it, too.
const Element* numbered_anchor(const std::vector<Candidate>& anchors, const ProseMap& prose, std::string_view number) {
    const Element* best = nullptr;
    Prose most;
    for (const Candidate& anchor : anchors) {
        const Prose found = prose.of(*anchor.element);
        if (number.empty() || !carries_number(*anchor.element, number)) continue;
        if (found.total < most.total || (found.total == most.total && found.pictures <= most.pictures)) continue;
        best = anchor.element;
        most = found;
    }
    return best;
}

/// Whether all of a heading is a link, not to a place in a page: the title of another post.
bool is_linked_heading(const Element& heading) {
    if (!markup::is_one_of(heading, "h1 h2 h3 h4")) return false;
    const bool stands_in_link = heading.Parent() != nullptr && markup::is_named(*heading.Parent(), "a");
    const Element* link = stands_in_link ? heading.Parent()->ToElement() : markup::first_descendant(heading, "a");
    const std::size_t length = markup::text_length(heading);
    const bool leads_away = link != nullptr && markup::attribute(*link, "href").find('#') == std::string_view::npos;
    return leads_away && length > 0 && markup::text_length(*link) >= length;
}

/// Those with the page's title in them: what others hold is around the post.
std::vector<Candidate> titled_anchors(const std::vector<Candidate>& anchors, const ProseMap& prose) {
    constexpr double fewest_letters = 200;
    std::vector<Candidate> titled;
    for (const Candidate& anchor : anchors) {
        const Element* title = markup::first_descendant(*anchor.element, "h1");
        const bool is_own = title != nullptr && markup::has_text(*title) && !is_linked_heading(*title);
        if (is_own && prose.of(*anchor.element).total >= fewest_letters) titled.push_back(anchor);
    }
    return titled;
}

/// The post's own number decides, then the title; else the first that is not much shorter than the longest: what some
/// themes load below the post are further posts.
const Element* chosen_anchor(const std::vector<Candidate>& all, const ProseMap& prose, std::string_view number) {
    if (const Element* numbered = numbered_anchor(all, prose, number)) return numbered;
    const std::vector<Candidate> titled = titled_anchors(all, prose);
    const std::vector<Candidate>& anchors = titled.empty() ? all : titled;
    double longest = 0;
    for (const Candidate& anchor : anchors) longest = std::max(longest, prose.of(*anchor.element).total);
    for (const Candidate& anchor : anchors) {
        const Prose found = prose.of(*anchor.element);
        if (found.total >= 0.4 * longest && (found.total > 0 || found.pictures > 0)) return anchor.element;
    }
    return nullptr;
}

/// Of the named containers in `scope` the surest that has at least half as much text as the longest.
const Candidate* named_body(const std::vector<Candidate>& bodies, const Element& scope, const ProseMap& prose) {
    double longest = 0;
    for (const Candidate& body : bodies)
        if (holds(scope, *body.element)) longest = std::max(longest, prose.of(*body.element).total);
    const Candidate* best = nullptr;
    for (const Candidate& body : bodies) {
        if (!holds(scope, *body.element)) continue;
        const Prose found = prose.of(*body.element);
        if (found.total < 0.5 * longest || (found.total <= 0 && found.pictures == 0)) continue;
        if (best == nullptr || body.rank < best->rank) best = &body;
    }
    return best;
}

bool is_headed_as_post(const Element& anchor) {
    bool found = false;
    markup::each_element(anchor, [&](const Element& inner) {
        found = found || markup::is_one_of(inner, "h1 time address") || is_linked_heading(inner);
    });
    return found;
}

/// The anchor, or what holds it and those like it if they are but parts of one text: several elements side by side or
/// of one name, none of which is headed as a post is, below the page's title.
const Element* whole_of_parts(const Element& anchor, const Element& document, const std::vector<Candidate>& anchors,
                              const ProseMap& prose) {
    const std::string_view name = markup::attribute(anchor, "class");
    const Element* whole = &anchor;
    double letters = 0;
    for (const Candidate& other : anchors) {
        const bool is_beside = other.element->Parent() == anchor.Parent();
        const bool is_like = !name.empty() && markup::attribute(*other.element, "class") == name;
        if ((!is_beside && !is_like) || prose.of(*other.element).total <= 0) continue;
        if (is_headed_as_post(*other.element)) return &anchor;
        letters += prose.of(*other.element).total;
        while (!holds(*whole, *other.element)) whole = whole->Parent()->ToElement();
    }
    const bool is_most = letters >= 0.5 * prose.of(*whole).total;
    return is_most && markup::first_descendant(document, "h1") != nullptr ? whole : &anchor;
}

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

/// Whether the element has the name of a body, and no other has that name.
bool is_sole_body(const std::vector<Candidate>& bodies, const Element& element) {
    const auto own = std::ranges::find(bodies, &element, &Candidate::element);
    return own != bodies.end() && std::ranges::count(bodies, own->rank, &Candidate::rank) == 1;
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

/// A post in several containers (sections, columns, a container that a stray end tag closed early) is what holds them
/// all: the highest ancestor up to `scope` that adds a share of what is there. Without an anchor the way up leads to
/// side bars, footers and other posts soon.
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

/// What holds the body and the ingredients beside it: a recipe's lists are too short to count as text.
const Element* with_ingredients(const Element& body, const Element& scope, const ProseMap& prose) {
    constexpr std::size_t shortest_list = 20;  // letters
    const Element* whole = &body;
    walk(scope, [&](const Element& element) {
        const bool is_list = markup::is_one_of(element, "div section ul ol table dl") && holds_ingredients(element);
        if (!is_list || markup::text_length(element) < shortest_list) return Step::into;
        if (stands_elsewhere(element, scope)) return Step::past;
        while (!holds(*whole, element)) whole = whole->Parent()->ToElement();
        return Step::past;
    });
    const bool is_near = !markup::is_one_of(*whole, "html body") && prose.of(*whole).total <= 2 * prose.of(body).total;
    return is_near ? whole : &body;
}

std::string description(const Element& element) {
    std::string text = element.Name();
    if (const std::string_view id = markup::attribute(element, "id"); !id.empty()) return text + "#" + std::string(id);
    for (const std::string_view word : split_words(markup::attribute(element, "class"))) {
        text += ".";
        text += word;
    }
    return text;
}

struct Choice {
    const Element* body = nullptr;
    std::string evidence;
};

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

/// What a widened body also holds, but is no text. Paragraphs, lists and tables that stand free always stay.
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

/// A named container, unless the paragraphs are mostly elsewhere in the scope.
Choice chosen_body(const Candidates& candidates, const Element& scope, const ProseMap& prose) {
    const Candidate* named = named_body(candidates.bodies, scope, prose);
    const Element* densest = prose.densest(scope);
    const bool outdone = named != nullptr && densest != nullptr && !holds(*named->element, *densest) &&
                         prose.of(*densest).direct > 2 * prose.of(*named->element).total;
    if (named != nullptr && !outdone)
        return {named->element, "selector " + std::string(article_rules().selector(named->rank))};
    if (densest != nullptr) return {densest, "most paragraphs: " + description(*densest)};
    return {};
}

/// A teaser can look more like a post than the post does: if the page's text is mostly outside, it is one.
bool is_outdone(const Element& anchor, const Element& document, const ProseMap& prose) {
    const Element* densest = prose.densest(document);
    return densest != nullptr && !holds(anchor, *densest) && prose.of(*densest).direct > 2 * prose.of(anchor).total;
}

std::optional<Article> article_in(const Element& document, Outside outside, const ProseMap& prose) {
    const Candidates candidates = candidates_in(document, outside);
    const std::string_view number = post_number(document);
    const Element* anchor = chosen_anchor(candidates.anchors, prose, number);
    if (anchor != nullptr && !carries_number(*anchor, number) && is_outdone(*anchor, document, prose)) anchor = nullptr;
    if (anchor != nullptr) anchor = whole_of_parts(*anchor, document, candidates.anchors, prose);
    const Element& scope = anchor != nullptr ? *anchor : document;
    Choice choice = chosen_body(candidates, scope, prose);
    if (choice.body == nullptr && anchor != nullptr && prose.of(*anchor).pictures > 0)
        choice = {anchor, "pictures in " + description(*anchor)};
    if (choice.body == nullptr) return std::nullopt;
    const bool is_surely_whole = anchor == nullptr && is_sole_body(candidates.bodies, *choice.body) &&
                                 prose.of(*choice.body).total >= surely_text;
    const Element* body = is_surely_whole ? choice.body : widened(*choice.body, scope, anchor != nullptr, prose);
    body = with_ingredients(*body, scope, prose);
    std::string evidence = std::move(choice.evidence);
    if (body != choice.body) evidence += ", widened to " + description(*body);
    if (anchor != nullptr && body != anchor) evidence += " in " + description(*anchor);
    std::vector<const Element*> left_out;
    if (body != choice.body) note_boxes_beside(*choice.body, *body, anchor != nullptr, prose, left_out);
    return Article{anchor, body, std::move(evidence), std::move(left_out)};
}

/// The user's word. What holds the whole post around it is found by platform markup, if at all.
std::optional<Article> ruled_article(const RuledParts& ruled) {
    const Element* body = ruled.first(RuleKind::body);
    if (body == nullptr) return std::nullopt;
    const Element* anchor = nullptr;
    for (const Node* up = body; up != nullptr && anchor == nullptr; up = up->Parent())
        if (const Element* element = up->ToElement(); element != nullptr && !markup::is_one_of(*element, "html body"))
            if (article_rules().matches(*element, ArticleRole::anchor)) anchor = element;
    const auto rule = std::ranges::find(ruled.applied, "body", &AppliedRule::name);
    return Article{anchor, body, fmt::format("rule {} of {}", rule->text(), rule->host), {}};
}

}  // namespace

std::optional<Article> find_article(const Element& document, const RuledParts& ruled, const ProseMap& prose) {
    if (std::optional<Article> article = ruled_article(ruled)) return article;
    if (std::optional<Article> article = article_in(document, Outside::by_name, prose)) return article;
    return article_in(document, Outside::by_element, ProseMap(document, Outside::by_element));
}

}  // namespace blogbind::extract
