#include "extract/article_anchor.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "extract/platforms.h"
#include "extract/walk.h"

namespace blogbind::extract {

namespace {

using markup::Element;
using markup::Node;

bool is_below(const Node& node, const std::vector<Candidate>& candidates) {
    return !candidates.empty() && holds(*candidates.back().element, node);
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
const Element* likely_anchor(const std::vector<Candidate>& all, const ProseMap& prose, std::string_view number) {
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

/// A teaser can look more like a post than the post does: if the page's text is mostly outside, it is one.
bool is_outdone(const Element& anchor, const Element& document, const ProseMap& prose) {
    const Element* densest = prose.densest(document);
    return densest != nullptr && !holds(anchor, *densest) && prose.of(*densest).direct > 2 * prose.of(anchor).total;
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

}  // namespace

Candidates candidates_in(const Element& document, Outside outside) {
    Candidates found;
    markup::Ancestors ancestors;
    walk(document, [&](const Element& element) {
        const auto match = article_rules().match(element, ancestors);
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

const Element* chosen_anchor(const std::vector<Candidate>& anchors, const Element& document, const ProseMap& prose) {
    const std::string_view number = post_number(document);
    const Element* anchor = likely_anchor(anchors, prose, number);
    if (anchor != nullptr && !carries_number(*anchor, number) && is_outdone(*anchor, document, prose)) anchor = nullptr;
    return anchor != nullptr ? whole_of_parts(*anchor, document, anchors, prose) : nullptr;
}

bool is_linked_heading(const Element& heading) {
    if (!markup::is_one_of(heading, "h1 h2 h3 h4")) return false;
    const bool stands_in_link = heading.Parent() != nullptr && markup::is_named(*heading.Parent(), "a");
    const Element* link = stands_in_link ? heading.Parent()->ToElement() : markup::first_descendant(heading, "a");
    const std::size_t length = markup::text_length(heading);
    const bool leads_away = link != nullptr && markup::attribute(*link, "href").find('#') == std::string_view::npos;
    return leads_away && length > 0 && markup::text_length(*link) >= length;
}

}  // namespace blogbind::extract
