#include "epub/turned_css.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"

namespace blogbind::epub {

namespace {

constexpr std::array<std::string_view, 5> four_sided{"margin", "padding", "border-width", "border-style",
                                                     "border-color"};

bool is_word(char c) { return is_ascii_alpha(c) || is_ascii_digit(c) || c == '_'; }

// "left" and "right", also within "border-left", but not within "bright".
std::string with_sides_swapped(std::string_view css) {
    std::string out;
    for (std::size_t at = 0; at < css.size();) {
        std::size_t end = at;
        while (end < css.size() && is_word(css[end])) ++end;
        const std::string_view word = css.substr(at, std::max<std::size_t>(end - at, 1));
        out += word == "left" ? "right" : word == "right" ? "left" : word;
        at += word.size();
    }
    return out;
}

// "margin: 0 1em 0 2em" has the right side second and the left side last.
std::string with_places_swapped(std::string_view declaration) {
    const std::size_t colon = declaration.find(':');
    if (colon == std::string_view::npos) return std::string(declaration);
    if (std::ranges::find(four_sided, trimmed(declaration.substr(0, colon))) == four_sided.end())
        return std::string(declaration);
    std::vector<std::string_view> values = split_words(declaration.substr(colon + 1));
    const bool is_important = !values.empty() && values.back() == "!important";
    if (values.size() != (is_important ? 5U : 4U) || values[1] == values[3]) return std::string(declaration);
    std::swap(values[1], values[3]);
    std::string out(declaration.substr(0, colon + 1));
    for (const std::string_view value : values) out.append(" ").append(value);
    return out;
}

struct Side {
    std::string_view before, after;
};
constexpr std::array quarter_turn{Side{"-top", "-right"}, Side{"-right", "-bottom"}, Side{"-bottom", "-left"},
                                  Side{"-left", "-top"}};

// "margin-top" becomes "margin-right"; "vertical-align: top" stays.
std::string with_side_turned(std::string_view property) {
    const bool has_sides = property.find("margin") != std::string_view::npos ||
                           property.find("padding") != std::string_view::npos ||
                           property.find("border") != std::string_view::npos;
    for (const Side& side : quarter_turn)
        if (has_sides && property.ends_with(side.before))
            return std::string(property.substr(0, property.size() - side.before.size())).append(side.after);
    return std::string(property);
}

// Values stand in the order top, right, bottom, left; what is left out is as the side opposite.
std::string with_values_turned(std::string_view text) {
    const std::vector<std::string_view> values = split_words(text);
    if (values.size() < 2 || values.size() > 4) return std::string(text);
    const std::string_view bottom = values.size() > 2 ? values[2] : values[0];
    const std::string_view left = values.size() > 3 ? values[3] : values[1];
    std::string out;
    for (const std::string_view value : {left, values[0], values[1], bottom}) out.append(" ").append(value);
    return out;
}

std::string with_declaration_turned(std::string_view declaration) {
    const std::size_t colon = declaration.find(':');
    if (colon == std::string_view::npos) return std::string(declaration);
    const std::string_view property = declaration.substr(0, colon), value = declaration.substr(colon + 1);
    const bool is_four_sided = std::ranges::find(four_sided, trimmed(property)) != four_sided.end();
    return with_side_turned(property) + ":" + (is_four_sided ? with_values_turned(value) : std::string(value));
}

// Selectors and declarations, each by itself; comments and what stands between are copied.
std::string with_pieces(std::string_view css, std::string (*turned)(std::string_view piece)) {
    constexpr auto npos = std::string_view::npos;
    std::string out;
    for (std::size_t at = 0; at < css.size();) {
        if (css.substr(at).starts_with("/*")) {
            const std::size_t end = css.find("*/", at + 2);
            const std::size_t next = end == npos ? css.size() : end + 2;
            out += css.substr(at, next - at);
            at = next;
            continue;
        }
        const std::size_t mark = std::min({css.find_first_of("{};", at), css.find("/*", at), css.size()});
        out += turned(css.substr(at, mark - at));
        if (mark < css.size() && css[mark] != '/') out += css[mark];
        at = mark < css.size() && css[mark] != '/' ? mark + 1 : mark;
    }
    return out;
}

}  // namespace

std::string mirrored(std::string_view css) {
    return with_pieces(css, [](std::string_view piece) { return with_sides_swapped(with_places_swapped(piece)); });
}

std::string rotated(std::string_view css) { return with_pieces(css, with_declaration_turned); }

}  // namespace blogbind::epub
