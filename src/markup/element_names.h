// The elements that rules speak of, by number: a set of names is asked with one look at a bit.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace blogbind::markup {

/// HTML's elements, living and obsolete (HTML #element-interfaces, #obsolete), and a few that pages invent. Sorted.
inline constexpr auto known_names = std::to_array<std::string_view>({
    "a",           "abbr",      "acronym", "address",  "amp-audio",    "amp-iframe", "amp-img",    "amp-video",
    "amp-youtube", "applet",    "area",    "article",  "aside",        "audio",      "b",          "base",
    "basefont",    "bdi",       "bdo",     "bgsound",  "big",          "blockquote", "body",       "br",
    "button",      "canvas",    "caption", "center",   "cite",         "code",       "col",        "colgroup",
    "data",        "datalist",  "dd",      "del",      "details",      "dfn",        "dialog",     "dir",
    "div",         "dl",        "dt",      "em",       "embed",        "fieldset",   "figcaption", "figure",
    "font",        "footer",    "form",    "frame",    "frameset",     "h1",         "h2",         "h3",
    "h4",          "h5",        "h6",      "head",     "header",       "hgroup",     "hr",         "html",
    "i",           "iframe",    "img",     "input",    "ins",          "kbd",        "keygen",     "label",
    "legend",      "li",        "link",    "listing",  "lite-youtube", "main",       "map",        "mark",
    "math",        "menu",      "meta",    "meter",    "nav",          "nobr",       "noembed",    "noframes",
    "noscript",    "object",    "ol",      "optgroup", "option",       "output",     "p",          "param",
    "picture",     "plaintext", "portal",  "pre",      "progress",     "q",          "rb",         "rp",
    "rt",          "rtc",       "ruby",    "s",        "samp",         "script",     "search",     "section",
    "select",      "slot",      "small",   "source",   "span",         "strike",     "strong",     "style",
    "sub",         "summary",   "sup",     "svg",      "table",        "tbody",      "td",         "template",
    "textarea",    "tfoot",     "th",      "thead",    "time",         "title",      "tr",         "track",
    "tt",          "u",         "ul",      "var",      "video",        "wbr",        "xmp",
});
static_assert(std::ranges::is_sorted(known_names));

/// The known name that reads like this, or null.
constexpr const std::string_view* find_known_name(std::string_view name) {
    const auto* found = std::ranges::lower_bound(known_names, name);
    return found != known_names.end() && *found == name ? found : nullptr;
}

/// Some of the known names.
class NameSet {
  public:
    /// Words between spaces, all of them known; made when the program is compiled.
    consteval NameSet(const char* words) {  // NOLINT(google-explicit-constructor): stands where a text stands
        for (std::string_view rest = words; !rest.empty();) {
            const std::size_t end = std::min(rest.find(' '), rest.size());
            add(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }

    /// `name`: one of known_names.
    [[nodiscard]] constexpr bool has(const std::string_view* name) const {
        const auto number = static_cast<std::size_t>(name - known_names.data());
        return (bits_[number / word_size] >> (number % word_size) & 1U) != 0;
    }

  private:
    static constexpr std::size_t word_size = 64;

    constexpr void add(std::string_view name) {
        std::size_t number = 0;
        while (known_names.at(number) != name) ++number;  // a name that is not there stops the compiler
        bits_[number / word_size] |= std::uint64_t{1} << (number % word_size);
    }

    std::array<std::uint64_t, (known_names.size() + word_size - 1) / word_size> bits_{};
};

}  // namespace blogbind::markup
