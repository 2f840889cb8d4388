#include "extract/article.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "extract/article_anchor.h"
#include "extract/article_extent.h"
#include "extract/platforms.h"
#include "extract/prose.h"
#include "extract/walk.h"

namespace blogbind::extract {

namespace {

using markup::Element;
using markup::Node;

constexpr double surely_text = 500;  // letters of prose

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

/// Whether the element has the name of a body, and no other has that name.
bool is_sole_body(const std::vector<Candidate>& bodies, const Element& element) {
    const auto own = std::ranges::find(bodies, &element, &Candidate::element);
    return own != bodies.end() && std::ranges::count(bodies, own->rank, &Candidate::rank) == 1;
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

std::optional<Article> article_in(const Element& document, Outside outside, const ProseMap& prose) {
    const Candidates candidates = candidates_in(document, outside);
    const Element* anchor = chosen_anchor(candidates.anchors, document, prose);
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
    if (body != choice.body) left_out = boxes_beside(*choice.body, *body, anchor != nullptr, prose);
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
