#include "normalise/vocabulary.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "normalise/boxes.h"

namespace blogbind::normalise {

using markup::attribute;
using markup::Element;

namespace {

struct Named {
    std::string_view name;
    Role role;
    std::string_view becomes;  // the phrase's name in the book, if it is another
};

// Sorted by name. What is not here stands within lines, as browsers have it, and means nothing.
constexpr std::array elements{
    Named{"a", Role::phrase, "a"},
    Named{"abbr", Role::phrase, "abbr"},
    Named{"acronym", Role::phrase, "abbr"},
    Named{"address", Role::container, ""},
    Named{"article", Role::container, ""},
    Named{"aside", Role::container, ""},
    Named{"b", Role::phrase, "b"},
    Named{"bdi", Role::phrase, "bdi"},
    Named{"bdo", Role::phrase, "bdo"},
    Named{"big", Role::neutral, ""},
    Named{"blink", Role::neutral, ""},
    Named{"blockquote", Role::quotation, ""},
    Named{"body", Role::container, ""},
    Named{"br", Role::line_break, ""},
    Named{"caption", Role::container, ""},
    Named{"center", Role::container, ""},
    Named{"cite", Role::phrase, "cite"},
    Named{"code", Role::phrase, "code"},
    Named{"dd", Role::container, ""},
    Named{"del", Role::phrase, "del"},
    Named{"details", Role::details, ""},
    Named{"dfn", Role::phrase, "dfn"},
    Named{"dir", Role::list, ""},
    Named{"div", Role::container, ""},
    Named{"dl", Role::definitions, ""},
    Named{"dt", Role::container, ""},
    Named{"em", Role::phrase, "em"},
    Named{"fieldset", Role::container, ""},
    Named{"figcaption", Role::container, ""},
    Named{"figure", Role::container, ""},
    Named{"font", Role::neutral, ""},
    Named{"footer", Role::container, ""},
    Named{"form", Role::container, ""},
    Named{"h1", Role::heading, ""},
    Named{"h2", Role::heading, ""},
    Named{"h3", Role::heading, ""},
    Named{"h4", Role::heading, ""},
    Named{"h5", Role::heading, ""},
    Named{"h6", Role::heading, ""},
    Named{"header", Role::container, ""},
    Named{"hgroup", Role::container, ""},
    Named{"hr", Role::rule, ""},
    Named{"i", Role::phrase, "i"},
    Named{"img", Role::picture, ""},
    Named{"ins", Role::phrase, "ins"},
    Named{"kbd", Role::phrase, "kbd"},
    Named{"label", Role::neutral, ""},
    Named{"legend", Role::container, ""},
    Named{"li", Role::item, ""},
    Named{"main", Role::container, ""},
    Named{"mark", Role::phrase, "mark"},
    Named{"marquee", Role::container, ""},
    Named{"math", Role::neutral, ""},
    Named{"menu", Role::list, ""},
    Named{"nav", Role::container, ""},
    Named{"nobr", Role::neutral, ""},
    Named{"ol", Role::list, ""},
    Named{"p", Role::paragraph, ""},
    Named{"picture", Role::neutral, ""},
    Named{"pre", Role::preformatted, ""},
    Named{"q", Role::phrase, "q"},
    Named{"rp", Role::phrase, "rp"},
    Named{"rt", Role::phrase, "rt"},
    Named{"ruby", Role::phrase, "ruby"},
    Named{"s", Role::phrase, "s"},
    Named{"samp", Role::phrase, "samp"},
    Named{"section", Role::container, ""},
    Named{"small", Role::phrase, "small"},
    Named{"source", Role::dropped, ""},
    Named{"span", Role::phrase, "span"},
    Named{"strike", Role::phrase, "s"},
    Named{"strong", Role::phrase, "strong"},
    Named{"sub", Role::phrase, "sub"},
    Named{"summary", Role::container, ""},
    Named{"sup", Role::phrase, "sup"},
    Named{"table", Role::table, ""},
    Named{"tbody", Role::container, ""},
    Named{"td", Role::container, ""},
    Named{"tfoot", Role::container, ""},
    Named{"th", Role::container, ""},
    Named{"thead", Role::container, ""},
    Named{"time", Role::phrase, "time"},
    Named{"tr", Role::container, ""},
    Named{"tt", Role::phrase, "code"},
    Named{"u", Role::phrase, "u"},
    Named{"ul", Role::list, ""},
    Named{"var", Role::phrase, "var"},
    Named{"wbr", Role::dropped, ""},
};
static_assert(std::ranges::is_sorted(elements, {}, &Named::name));

constexpr std::string_view allowed_elements =
    "section article aside nav figure figcaption div p h1 h2 h3 h4 h5 h6 hr br ol ul li dl dt dd table caption thead "
    "tbody tr th td pre code blockquote a b i em strong span sub sup small s u q cite abbr time img ruby rt rp mark "
    "kbd "
    "samp var del ins dfn bdi bdo";

const Named* find(std::string_view name) {
    const auto found = std::ranges::lower_bound(elements, name, {}, &Named::name);
    return found != elements.end() && found->name == name ? &*found : nullptr;
}

/// The value of one property of a style attribute, lower case, without spaces.
std::string style_value(const Element& element, std::string_view property) {
    for (const std::string_view declaration : split(attribute(element, "style"), ';')) {
        const std::size_t colon = declaration.find(':');
        if (colon == std::string_view::npos) continue;
        if (equals_ignoring_case(trimmed(declaration.substr(0, colon)), property))
            return ascii_lowered(trimmed(declaration.substr(colon + 1)));
    }
    return {};
}

/// What a style says that an element would say better.
std::string_view name_by_style(const Element& span) {
    if (span.Attribute("style") == nullptr) return "span";
    const std::string decoration = style_value(span, "text-decoration") + style_value(span, "text-decoration-line");
    if (decoration.find("line-through") != std::string::npos) return "s";
    const std::string weight = style_value(span, "font-weight");
    if (weight.starts_with("bold") || weight == "600" || weight == "700" || weight == "800" || weight == "900")
        return "b";
    const std::string style = style_value(span, "font-style");
    if (style == "italic" || style == "oblique") return "i";
    return "span";
}

/// What this program made, here or in an earlier run, keeps its shape.
bool is_finished(const Element& element) {
    if (markup::is_named(element, "figure"))
        return markup::first_descendant(element, "img") != nullptr && !attribute(element, "class").empty();
    if (markup::is_named(element, "aside")) return !attribute(element, "epub:type").empty();
    return is_box(element);
}

}  // namespace

Role role_of(const Element& element) {
    if (markup::is_one_of(element, "figure aside div") && is_finished(element)) return Role::insert;
    if (markup::is_named(element, "section") && attribute(element, "epub:type") == "footnotes") return Role::insert;
    if (const Named* named = find(element.Name())) return named->role;
    return Role::neutral;
}

std::string_view phrase_name(const Element& element) {
    if (markup::is_named(element, "span")) return name_by_style(element);
    const Named* named = find(element.Name());
    return named != nullptr ? named->becomes : std::string_view();
}

bool is_centred(const Element& element) {
    return markup::is_named(element, "center") || equals_ignoring_case(attribute(element, "align"), "center") ||
           markup::has_class(element, "has-text-align-center") || style_value(element, "text-align") == "center";
}

bool is_allowed(std::string_view element) { return has_word(allowed_elements, element); }

}  // namespace blogbind::normalise
