// Comments in themes that give them no names: what repeats below a heading about comments.
#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>

#include "base/date.h"
#include "base/text.h"
#include "extract/comment_count.h"
#include "extract/comment_items.h"
#include "extract/platforms.h"
#include "extract/walk.h"

namespace blogbind::extract {

namespace {

using markup::Element;
using markup::Node;

constexpr std::array<std::string_view, 12> area_words{"comment",  "comments",     "discussion",  "responses",
                                                      "replies",  "reactions",    "guestbook",   "kommentare",
                                                      "feedback", "commentaires", "comentarios", "commenti"};
constexpr std::size_t level_limit = 8;
constexpr std::size_t date_limit = 20000;

bool names_comments(std::string_view value) {
    const std::string lowered = replaced(replaced(ascii_lowered(value), "-", " "), "_", " ");
    return std::ranges::any_of(split_words(lowered), [](std::string_view word) {
        return std::ranges::find(area_words, word) != area_words.end();
    });
}

bool is_comment_heading(const Element& element) {
    return markup::is_one_of(element, "h1 h2 h3 h4 h5 h6") && is_comment_title(markup::collapsed_text(element));
}

/// The part of the page that is named as comments, or holds a heading that says so; null if there is none.
const Element* comment_area(const Element& document, const Element* article_body) {
    const Element* named = nullptr;
    const Element* headed = nullptr;
    walk(document, [&](const Element& element) {
        if (&element == article_body || markup::is_one_of(element, "aside nav form head")) return Step::past;
        if (markup::has_class(element, "widget")) return Step::past;
        const bool is_container = !markup::is_phrasing(element) && !markup::is_one_of(element, "body html p");
        if (named == nullptr && is_container && !markup::is_one_of(element, "h1 h2 h3 h4 h5 h6") &&
            (names_comments(markup::attribute(element, "id")) || names_comments(markup::attribute(element, "class"))))
            named = &element;
        if (headed == nullptr && is_comment_heading(element)) headed = element.Parent()->ToElement();
        return Step::into;
    });
    return named != nullptr ? named : headed;
}

bool shows_date(const Element& element) {
    if (markup::is_named(element, "time")) return true;
    if (element.FirstChildElement() != nullptr) return false;
    const std::string text = markup::collapsed_text(element);
    return text.size() >= 6 && text.size() <= 60 && parse_written_date(text).has_value();
}

/// What makes two elements alike: the name and the classes, without numbers.
std::string signature(const Element& element) {
    std::string text = element.Name();
    for (const std::string_view word : split_words(markup::attribute(element, "class"))) {
        if (std::ranges::any_of(word, is_ascii_digit)) continue;
        text += '.';
        text += word;
    }
    return text;
}

/// An element so and so many steps above a date.
struct Holder {
    const Element* date;
    const Element* element;
};

struct Group {
    std::vector<Holder> holders;  // in page order
    std::unordered_set<const Element*> elements;
    std::size_t level = 0;  // steps above the dates; larger is further out

    /// The elements with a date of their own: what only holds other elements of the group holds a conversation.
    [[nodiscard]] std::vector<const Element*> items() const {
        std::vector<const Element*> found;
        std::unordered_set<const Element*> known;
        for (const Holder& holder : holders) {
            const Node* up = holder.date->Parent();
            while (up != holder.element && !elements.contains(up->ToElement())) up = up->Parent();
            if (up == holder.element && known.insert(holder.element).second) found.push_back(holder.element);
        }
        return found;
    }
};

/// For every date below `area`, the elements around it, grouped by likeness and distance.
std::map<std::string, Group> groups_in(const Element& area) {
    std::map<std::string, Group> groups;
    std::size_t dates = 0;
    walk(area, [&](const Element& element) {
        if (!shows_date(element) || ++dates > date_limit) return Step::into;
        std::size_t level = 1;
        for (const Node* up = element.Parent(); up != nullptr && up != &area && level <= level_limit;
             up = up->Parent()) {
            const Element* around = up->ToElement();
            Group& group = groups[signature(*around) + "/" + std::to_string(level)];
            group.holders.push_back({&element, around});
            group.elements.insert(around);
            group.level = level++;
        }
        return Step::past;
    });
    return groups;
}

bool is_teaser(const Element& element) {
    bool linked = false;
    walk(element, [&](const Element& inner) {
        if (markup::is_one_of(inner, "h1 h2 h3 h4") && markup::first_descendant(inner, "a") != nullptr &&
            markup::text_length(inner) > 40)
            linked = true;
        return linked ? Step::past : Step::into;
    });
    return linked;
}

}  // namespace

std::vector<CommentPlace> repeated_comments(const Element& document, const Element* article_body) {
    const Element* area = comment_area(document, article_body);
    if (area == nullptr) return {};
    std::vector<const Element*> best;
    std::size_t best_level = 0;
    for (const auto& [name, group] : groups_in(*area)) {
        std::vector<const Element*> items = group.items();
        if (std::ranges::any_of(items, [](const Element* each) { return is_teaser(*each); })) continue;
        if (items.size() < best.size() || (items.size() == best.size() && group.level <= best_level)) continue;
        best = std::move(items);
        best_level = group.level;
    }
    std::vector<CommentPlace> places;
    for (const Element* element : best) places.emplace_back().elements.push_back(element);
    return places;
}

}  // namespace blogbind::extract
