#include "extract/comment_items.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.h"
#include "extract/platforms.h"
#include "extract/walk.h"

namespace blogbind::extract {

namespace {

using markup::Element;
using markup::Node;

constexpr std::array<std::string_view, 9> number_prefixes{
    "li-comment-", "div-comment-", "comment-", "dsq-comment-", "wpd-comm-", "wc-comm-", "comment", "cmt", "c"};
constexpr std::size_t place_limit = 50000;

struct Number {
    std::string own, parent;
};

/// "li-comment-12" is 12; "wpd-comm-12_7" is 12, an answer to 7.
Number number_in(std::string_view id) {
    for (const std::string_view prefix : number_prefixes) {
        if (!id.starts_with(prefix)) continue;
        const std::string_view rest = id.substr(prefix.size());
        const std::size_t end = std::min(rest.find('_'), rest.size());
        const std::string_view own = rest.substr(0, end);
        const std::string_view parent = end < rest.size() ? rest.substr(end + 1) : std::string_view{};
        if (own.empty() || !std::ranges::all_of(own, is_ascii_digit)) continue;
        if (!std::ranges::all_of(parent, is_ascii_digit)) continue;
        return {std::string(own), parent == "0" ? std::string{} : std::string(parent)};
    }
    return {};
}

Number number_of(const Element& element) {
    Number number = number_in(markup::attribute(element, "id"));
    const std::string_view declared = markup::attribute(element, "data-comment-id");
    if (number.own.empty() && !declared.empty() && declared.size() <= 40) number.own = declared;
    return number;
}

/// Replies stand in a list of their own; an <article> right inside the <li> of the same comment does not.
bool is_separated(const Element& outer, const Element& inner) {
    constexpr markup::NameSet lists = "ol ul dl";
    for (const Node* up = inner.Parent(); up != nullptr && up != &outer; up = up->Parent()) {
        const Element* element = up->ToElement();
        if (markup::is_one_of(*up, lists)) return true;
        for (const char* name : {"children", "replies", "comment-replies", "thread"})
            if (element != nullptr && markup::has_class(*element, name)) return true;
    }
    return false;
}

CommentKind kind_of(const Element& element) {
    struct Name {
        const char* token;
        CommentKind kind;
    };
    constexpr std::array names{Name{"pingback", CommentKind::pingback}, Name{"trackback", CommentKind::trackback},
                               Name{"webmention", CommentKind::webmention}};
    for (const Name& name : names)
        if (markup::has_class(element, name.token)) return name.kind;
    const Node* list = element.Parent();
    const Element* parent = list != nullptr ? list->ToElement() : nullptr;
    return parent != nullptr && markup::has_class(*parent, "pinglist") ? CommentKind::pingback : CommentKind::comment;
}

/// Older Blogger pages: <dt> is the byline, the <dd> behind it text and footer.
void add_definitions(CommentPlace& place) {
    if (!markup::is_named(*place.elements.front(), "dt")) return;
    const Element* next = place.elements.front()->NextSiblingElement();
    for (; next != nullptr && markup::is_named(*next, "dd"); next = next->NextSiblingElement())
        place.elements.push_back(next);
}

class Finder {
  public:
    explicit Finder(const std::vector<const Element*>& chosen) : chosen_(chosen.begin(), chosen.end()) {}

    std::vector<CommentPlace> places;

    void find(const Element& parent, const Element* around, std::string_view number_around) {
        walk(parent, [&](const Element& element) {
            const Number number = number_of(element);
            if (!begins_comment(element, number, around, number_around)) return Step::into;
            add(element, number);
            const std::string own = number.own;
            find(element, &element, own);
            return Step::past;
        });
    }

  private:
    bool begins_comment(const Element& element, const Number& number, const Element* around,
                        std::string_view number_around) {
        if (places.size() >= place_limit) return false;
        if (!chosen_.empty()) return chosen_.contains(&element);
        if (markup::is_one_of(element, "body a p span form input")) return false;
        const auto match = comment_item_rules().match(element, ancestors_);
        if (!match || (match->role == CommentItem::numbered && number.own.empty())) return false;
        if (around == nullptr) return true;
        if (!number.own.empty() && !number_around.empty()) return number.own != number_around;
        return is_separated(*around, element);
    }

    void add(const Element& element, const Number& number) {
        CommentPlace place;
        place.elements.push_back(&element);
        place.number = number.own;
        place.parent_number = number.parent;
        place.by_post_author = markup::has_class(element, "bypostauthor");
        place.kind = kind_of(element);
        add_definitions(place);
        places.push_back(std::move(place));
    }

    std::unordered_set<const Element*> chosen_;
    markup::Ancestors ancestors_;
};

std::optional<double> number_after(std::string_view text, std::string_view prefix) {
    const std::size_t at = text.find(prefix);
    if (at == std::string_view::npos) return std::nullopt;
    std::string_view rest = trimmed(text.substr(at + prefix.size()));
    std::size_t end = 0;
    while (end < rest.size() && is_ascii_digit(rest[end])) ++end;
    const std::optional<long long> value = parsed_integer(rest.substr(0, end));
    return value ? std::optional(static_cast<double>(*value)) : std::nullopt;
}

/// How deep in the conversation the markup says that a comment is: a class, a data attribute, an indentation.
std::optional<double> declared_depth(const Element& element) {
    for (const std::string_view word : split_words(markup::attribute(element, "class")))
        for (const std::string_view prefix : {"depth-", "comment-depth-", "wpd_comment_level-", "level-"})
            if (word.starts_with(prefix))
                if (const std::optional<double> depth = number_after(word, prefix)) return depth;
    for (const char* name : {"data-comment-depth", "data-depth", "data-level"})
        if (const auto depth = parsed_integer(markup::attribute(element, name))) return static_cast<double>(*depth);
    const std::string_view style = markup::attribute(element, "style");
    for (const std::string_view property : {"margin-left:", "padding-left:", "margin-inline-start:"})
        if (const std::optional<double> indent = number_after(style, property)) return indent;
    return std::nullopt;
}

}  // namespace

CommentBounds bounds_of(const std::vector<CommentPlace>& places) {
    CommentBounds bounds;
    for (const CommentPlace& place : places) bounds.insert(place.elements.begin(), place.elements.end());
    return bounds;
}

std::vector<CommentPlace> marked_comments(const Element& document, const std::vector<const Element*>& chosen) {
    Finder finder(chosen);
    finder.find(document, nullptr, {});
    return std::move(finder.places);
}

void link_parents(std::vector<CommentPlace>& places) {
    struct Open {
        std::size_t index;
        std::optional<double> depth;
    };
    std::vector<Open> open;  // the comment before, what it answers, and so on
    for (std::size_t i = 0; i < places.size(); ++i) {
        const std::optional<double> depth = declared_depth(*places[i].elements.front());
        const auto is_above = [&](const Open& candidate) {
            if (holds(*places[candidate.index].elements.front(), *places[i].elements.front())) return true;
            return depth && candidate.depth && *candidate.depth < *depth;
        };
        while (!open.empty() && !is_above(open.back())) open.pop_back();
        if (!open.empty()) places[i].parent = open.back().index;
        open.push_back({i, depth});
    }
}

}  // namespace blogbind::extract
