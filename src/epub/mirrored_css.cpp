#include "epub/mirrored_css.h"

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

}  // namespace

std::string mirrored(std::string_view css) {
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
        out += with_sides_swapped(with_places_swapped(css.substr(at, mark - at)));
        if (mark < css.size() && css[mark] != '/') out += css[mark];
        at = mark < css.size() && css[mark] != '/' ? mark + 1 : mark;
    }
    return out;
}

}  // namespace blogbind::epub
