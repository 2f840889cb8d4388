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
#include "extract/comment_names.h"
#include "extract/platforms.h"
#include "extract/walk.h"

namespace blogbind::extract {

namespace {

using markup::Element;
using markup::Node;

constexpr std::size_t area_limit = 40;
constexpr std::size_t level_limit = 8;
constexpr std::size_t date_limit = 20000;

bool is_comment_heading(const Element& element) {
    return markup::is_one_of(element, "h1 h2 h3 h4 h5 h6") && is_comment_title(markup::collapsed_text(element));
}

bool is_title(const Element& element) { return markup::is_one_of(element, "h1 h2 h3 h4 h5 h6"); }

struct Area {
    const Element* element;
    bool is_in_text = false;  ///< in what was taken for the post
};

/// The parts of the page that are named as comments, or hold a heading that says so.
std::vector<Area> comment_areas(const Element& document, const Element* article_body) {
    std::vector<Area> areas;
    walk(document, [&](const Element& element) {
        if (markup::is_one_of(element, "aside nav form head") || markup::has_class(element, "widget"))
            return Step::past;
        const bool is_in_text = article_body != nullptr && holds(*article_body, element);
        const bool is_container =
            !markup::is_phrasing(element) && !is_title(element) && !markup::is_one_of(element, "body html p");
        if (is_container && &element != article_body && is_named_comment_area(element))
            areas.push_back({&element, is_in_text});
        if (!is_in_text && is_comment_heading(element)) areas.push_back({element.Parent()->ToElement()});
        return areas.size() < area_limit ? Step::into : Step::past;
    });
    return areas;
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
            markup::has_more_text(inner, 40))
            linked = true;
        return linked ? Step::past : Step::into;
    });
    return linked;
}

using Items = std::vector<const Element*>;

/// The largest and outermost group of like elements with a date each.
Items dated_items(const Element& area) {
    Items best;
    std::size_t best_level = 0;
    for (const auto& [name, group] : groups_in(area)) {
        Items items = group.items();
        if (std::ranges::any_of(items, [](const Element* each) { return is_teaser(*each); })) continue;
        if (items.size() < best.size() || (items.size() == best.size() && group.level <= best_level)) continue;
        best = std::move(items);
        best_level = group.level;
    }
    return best;
}

bool tells_writer_or_date(const Element& item) {
    bool tells = false;
    walk(item, [&](const Element& element) {
        const auto match = comment_field_rules().match(element);
        const auto field = match ? std::optional(match->role) : named_comment_field(element);
        tells = tells || shows_date(element) || field == CommentField::author;
        return tells ? Step::past : Step::into;
    });
    return tells;
}

/// Elements of the first one's kind that are named as one comment each, and tell who wrote it or when.
Items named_items(const Element& area) {
    Items items;
    walk(area, [&](const Element& element) {
        if (markup::is_one_of(element, "form nav aside")) return Step::past;
        const bool is_block = !markup::is_phrasing(element) && !is_title(element) && !markup::is_named(element, "p");
        const std::string_view own = is_block ? comment_name(element) : std::string_view{};
        if (own.empty() || !tells_writer_or_date(element) || is_teaser(element)) return Step::into;
        if (items.empty() || has_word(markup::attribute(element, "class"), comment_name(*items.front())))
            items.push_back(&element);
        return Step::into;
    });
    return items;
}

}  // namespace

std::vector<CommentPlace> repeated_comments(const Element& document, const Element* article_body) {
    Items best;
    for (const Area& area : comment_areas(document, article_body)) {
        Items items = named_items(*area.element);
        if (items.empty() && !area.is_in_text) items = dated_items(*area.element);
        if (items.size() > best.size()) best = std::move(items);
    }
    std::vector<CommentPlace> places;
    for (const Element* element : best) places.emplace_back().elements.push_back(element);
    return places;
}

}  // namespace blogbind::extract
