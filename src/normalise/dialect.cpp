// The last word: whatever the passes before did or overlooked, only the book's dialect leaves this folder.
#include <array>
#include <string>
#include <vector>

#include "base/text.h"
#include "normalise/passes.h"
#include "normalise/vocabulary.h"

namespace blogbind::normalise {

using markup::attribute;
using markup::Element;
using markup::Node;

namespace {

// Classes of the book's style sheet, each with the elements that may carry it.
struct Styled {
    std::string_view element;
    std::string_view classes;
};
constexpr std::array styles{
    Styled{"figure", "photo gallery gallery-item"},
    Styled{"p", "frame caption caption-long gallery-title embed-line pull note attribution first spaced c-text"},
    Styled{"div", "row embed"},
    Styled{"img", "poster"},
    Styled{"aside", "pullquote note"},
    Styled{"table", "data"},
    Styled{"caption", "cap"},
    Styled{"th", "head num"},
    Styled{"td", "num"},
    Styled{"a", "noteref"},
    Styled{"section", "notes"},
    Styled{"hr", "notes-rule break"},
    Styled{"h2", "notes-title"},
    Styled{"blockquote", "tagged"},
    Styled{"dl", "about"},
};

struct Permitted {
    std::string_view element;  // empty: any
    std::string_view attributes;
};
constexpr std::array permitted{
    Permitted{"", "id class lang xml:lang dir"},
    Permitted{"a", "href role epub:type aria-label"},
    Permitted{"img", "src alt"},
    Permitted{"time", "datetime"},
    Permitted{"td", "colspan rowspan"},
    Permitted{"th", "colspan rowspan scope"},
    Permitted{"ol", "start"},
    Permitted{"figure", "role aria-label aria-labelledby"},
    Permitted{"aside", "role epub:type aria-label aria-hidden"},
    Permitted{"section", "epub:type aria-labelledby"},
    Permitted{"hr", "role"},
};

constexpr std::string_view roles = "group presentation doc-noteref doc-backlink doc-footnote doc-pullquote";
constexpr std::string_view types = "noteref backlink footnote footnotes pullquote";

bool is_permitted(std::string_view element, std::string_view name, std::string_view value) {
    if (name == "role" && !has_word(roles, value)) return false;
    if (name == "epub:type" && !has_word(types, value)) return false;
    for (const Permitted& row : permitted)
        if ((row.element.empty() || row.element == element) && has_word(row.attributes, name))
            return !value.empty() || name == "alt";
    return false;
}

void keep_styled_classes(Element& element) {
    std::string kept;
    for (const Styled& row : styles)
        if (row.element == element.Name())
            for (const std::string_view name : split_words(attribute(element, "class")))
                if (has_word(row.classes, name)) kept.append(kept.empty() ? "" : " ").append(name);
    kept.empty() ? element.DeleteAttribute("class") : markup::set_attribute(element, "class", kept);
}

void keep_permitted_attributes(Element& element) {
    std::vector<std::string> others;
    for (const auto* entry = element.FirstAttribute(); entry != nullptr; entry = entry->Next())
        if (!is_permitted(element.Name(), entry->Name(), entry->Value())) others.emplace_back(entry->Name());
    for (const std::string& name : others) element.DeleteAttribute(name.c_str());
    if (element.Attribute("class") != nullptr) keep_styled_classes(element);
}

bool are_digits(std::string_view text, std::size_t at, std::size_t count) {
    if (at + count > text.size()) return false;
    for (std::size_t k = at; k < at + count; ++k)
        if (!is_ascii_digit(text[k])) return false;
    return true;
}

/// YYYY[-MM[-DD[Thh:mm[:ss[Z|±hh:mm]]]]]
bool is_valid_datetime(std::string_view value) {
    if (!are_digits(value, 0, 4)) return false;
    std::size_t at = 4;
    for (int parts = 0; parts < 2 && at < value.size() && value[at] == '-'; ++parts, at += 3)
        if (!are_digits(value, at + 1, 2)) return false;
    if (at == value.size()) return true;
    if (at != 10 || value[at] != 'T' || !are_digits(value, 11, 2) || value.substr(13, 1) != ":" ||
        !are_digits(value, 14, 2))
        return false;
    at = 16;
    if (value.substr(at, 1) == ":" && are_digits(value, at + 1, 2)) at += 3;
    const std::string_view zone = value.substr(at);
    return zone.empty() || zone == "Z" ||
           (zone.size() == 6 && (zone[0] == '+' || zone[0] == '-') && zone[3] == ':' && are_digits(zone, 1, 2) &&
            are_digits(zone, 4, 2));
}

/// Elements that mean something only as this program makes them, and phrases that say nothing.
bool is_meaningless(const Element& element) {
    const std::string_view own_class = attribute(element, "class");
    if (markup::is_one_of(element, "section div aside figure")) return own_class.empty();
    if (markup::is_one_of(element, "article nav")) return true;
    if (markup::is_named(element, "time")) return !is_valid_datetime(attribute(element, "datetime"));
    if (markup::is_named(element, "span")) return element.FirstAttribute() == nullptr;
    if (markup::is_named(element, "a")) return attribute(element, "href").empty() && attribute(element, "id").empty();
    return false;
}

/// Bare words of the root; by construction there are none.
void wrap_bare_words(Element& root) {
    for (Node* node = root.FirstChild(); node != nullptr;) {
        Node* next = node->NextSibling();
        const bool is_bare = node->ToText() != nullptr ? markup::has_text(*node) : markup::is_phrasing(*node);
        if (is_bare)
            markup::wrap(*node, "p");
        else if (node->ToElement() == nullptr)
            markup::remove(*node);
        node = next;
    }
}

}  // namespace

void enforce_dialect(Task& task) {
    markup::remove_attributes(task.root());
    markup::each_element_bottom_up(task.root(), [](Element& element) {
        if (!is_allowed(element.Name())) return markup::unwrap(element);
        keep_permitted_attributes(element);
        if (is_meaningless(element)) markup::unwrap(element);
    });
    wrap_bare_words(task.root());
}

}  // namespace blogbind::normalise
