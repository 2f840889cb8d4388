#include "extract/titles.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"

namespace blogbind::extract {

namespace {

constexpr std::array<std::string_view, 11> separators{" | ", " – ",  " — ", " - ", " · ", " » ",
                                                      " « ", " :: ", " • ", ": ",  " / "};

constexpr std::array<std::string_view, 13> byline_starts{"view all posts by ",
                                                         "written by ",
                                                         "posted by ",
                                                         "published by ",
                                                         "by ",
                                                         "von ",
                                                         "par ",
                                                         "por ",
                                                         "di ",
                                                         "door ",
                                                         "av ",
                                                         "by: ",
                                                         "autor: "};
constexpr std::array<std::string_view, 7> byline_ends{" on ", " in ", " | ", " / ", " • ", " · ", ", "};

/// Said by a comment's writer, in the languages of themes.
constexpr std::array<std::string_view, 18> speaking{
    " says:", " said:", " says",  " said",      " wrote:", " sagt:", " sagte:", " schreibt:", " dit :",
    " dit:",  " dice:", " dijo:", " ha detto:", " disse:", " diz:",  " zegt:",  " pisze:",    " on"};

constexpr std::array<std::string_view, 26> no_names{
    "admin",    "administrator", "author",    "editor",       "webmaster",    "anonymous",     "guest",
    "user",     "unknown",       "root",      "staff writer", "see full bio", "read full bio", "follow",
    "facebook", "twitter",       "instagram", "linkedin",     "email",        "e-mail",        "website",
    "share",    "more",          "about",     "view bio",     "contributor"};

bool starts_ignoring_case(std::string_view text, std::string_view start) {
    return text.size() >= start.size() && equals_ignoring_case(text.substr(0, start.size()), start);
}

bool ends_ignoring_case(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && equals_ignoring_case(text.substr(text.size() - end.size()), end);
}

/// Letters and digits only, folded.
std::string essence(std::string_view text) {
    const std::string folded = case_folded(text);
    std::string kept;
    for (std::size_t at = 0; at < folded.size();) {
        const char32_t character = next_character(folded, at);
        if (is_letter(character) || (character >= '0' && character <= '9')) append_character(kept, character);
    }
    return kept;
}

}  // namespace

bool is_same_title(std::string_view a, std::string_view b) { return essence(a) == essence(b); }

std::string without_site(std::string_view title, std::string_view site) {
    std::string clean = collapsed(title);
    if (site.empty()) return clean;
    for (const std::string_view separator : separators) {
        const std::size_t last = clean.rfind(separator);
        if (last != std::string::npos && last > 0 && is_same_title(clean.substr(last + separator.size()), site))
            return collapsed(clean.substr(0, last));
        const std::size_t first = clean.find(separator);
        if (first != std::string::npos && first > 0 && is_same_title(clean.substr(0, first), site))
            return collapsed(clean.substr(first + separator.size()));
    }
    // the name itself may hold a separator: "Post – Site: the blog"
    for (const std::string_view separator : separators) {
        const std::string suffix = std::string(separator) + std::string(site);
        if (clean.size() > suffix.size() && ends_ignoring_case(clean, suffix))
            return collapsed(clean.substr(0, clean.size() - suffix.size()));
    }
    return clean;
}

std::string site_in(std::string_view document_title, std::string_view title) {
    const std::string whole = collapsed(document_title);
    const std::string own = collapsed(title);
    if (own.empty() || whole.size() <= own.size()) return {};
    for (const std::string_view separator : separators) {
        if (whole.starts_with(own + std::string(separator))) return whole.substr(own.size() + separator.size());
        if (whole.ends_with(std::string(separator) + own))
            return whole.substr(0, whole.size() - own.size() - separator.size());
    }
    return {};
}

std::string author_name(std::string_view text, std::string_view site) {
    std::string name = collapsed(text);
    for (const std::string_view start : byline_starts)
        if (starts_ignoring_case(name, start)) {
            name = collapsed(name.substr(start.size()));
            break;
        }
    // "<span>By</span>Ann": no space in the markup
    if (name.size() > 3 && name.starts_with("By") && name[2] >= 'A' && name[2] <= 'Z') name.erase(0, 2);
    if (equals_ignoring_case(name, "by") || equals_ignoring_case(name, "von")) return {};
    for (const std::string_view end : byline_ends)
        if (const std::size_t at = name.find(end); at != std::string::npos) name = collapsed(name.substr(0, at));
    const bool is_address = name.find("://") != std::string::npos || name.find('@') != std::string::npos ||
                            name.find("www.") != std::string::npos;
    const bool is_role = std::ranges::any_of(no_names, [&](auto each) { return equals_ignoring_case(name, each); });
    if (name.size() > 80 || is_address || is_role || (!site.empty() && is_same_title(name, site))) return {};
    return essence(name).empty() ? std::string{} : name;
}

std::string commenter_name(std::string_view text) {
    std::string name = collapsed(text);
    for (const std::string_view end : speaking)
        if (ends_ignoring_case(name, end)) {
            name = collapsed(name.substr(0, name.size() - end.size()));
            break;
        }
    while (name.ends_with(':')) name = collapsed(name.substr(0, name.size() - 1));
    return name;
}

}  // namespace blogbind::extract
