#include "extract/titles.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"

namespace blogbind::extract {

namespace {

constexpr std::array<std::string_view, 11> separators{" | ", " – ",  " — ", " - ", " · ", " » ",
                                                      " « ", " :: ", " • ", ": ",  " / "};

constexpr auto byline_starts = std::to_array<std::string_view>({"view all posts by ",
                                                                "all posts by ",
                                                                "alle artikel von ",
                                                                "alle beiträge von ",
                                                                "written by ",
                                                                "posted by ",
                                                                "published by ",
                                                                "words by ",
                                                                "story by ",
                                                                "article by ",
                                                                "submitted by ",
                                                                "text by ",
                                                                "text von ",
                                                                "text: ",
                                                                "geschrieben von ",
                                                                "verfasst von ",
                                                                "erstellt von ",
                                                                "veröffentlicht von ",
                                                                "ein beitrag von ",
                                                                "blog beitrag von ",
                                                                "écrit par ",
                                                                "publié par ",
                                                                "scritto da ",
                                                                "escrito por ",
                                                                "publicado por ",
                                                                "geschreven door ",
                                                                "by ",
                                                                "von ",
                                                                "par ",
                                                                "por ",
                                                                "di ",
                                                                "door ",
                                                                "av ",
                                                                "af ",
                                                                "przez ",
                                                                "by: ",
                                                                "von: ",
                                                                "por: ",
                                                                "par : ",
                                                                "par: ",
                                                                "autor: ",
                                                                "autorin: ",
                                                                "autoren: ",
                                                                "autor/in: ",
                                                                "autoren ",
                                                                "author: ",
                                                                "authors: ",
                                                                "auteur: ",
                                                                "auteur : ",
                                                                "autore: ",
                                                                "redaktion: ",
                                                                "автор: "});
constexpr std::array<std::string_view, 7> byline_ends{" on ", " in ", " | ", " / ", " • ", " · ", ", "};

/// Said by a comment's writer, in the languages of themes.
constexpr std::array<std::string_view, 18> speaking{
    " says:", " said:", " says",  " said",      " wrote:", " sagt:", " sagte:", " schreibt:", " dit :",
    " dit:",  " dice:", " dijo:", " ha detto:", " disse:", " diz:",  " zegt:",  " pisze:",    " on"};

constexpr auto no_names = std::to_array<std::string_view>(
    {"admin",    "administrator", "author",    "editor",       "webmaster",    "anonymous",     "guest",
     "user",     "unknown",       "root",      "staff writer", "see full bio", "read full bio", "follow",
     "facebook", "twitter",       "instagram", "linkedin",     "email",        "e-mail",        "website",
     "share",    "more",          "about",     "view bio",     "contributor",  "posted",        "por",
     "par",      "autor",         "autoren",   "autorin",      "authors",      "zur person"});

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

/// Length of the separator at the start of `text`: ":", "｜" or "-" with any spaces around it; 0 if there is none.
std::size_t separator_length(std::string_view text) {
    constexpr std::u32string_view marks = U":|-_/»«›‹–—·•：｜－＿／";
    bool has_mark = false;
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size(); end = at) {
        const char32_t character = next_character(text, at);
        const bool is_mark = marks.find(character) != std::u32string_view::npos;
        if (!is_mark && character != U' ') break;
        has_mark = has_mark || is_mark;
    }
    return has_mark ? end : 0;
}

/// The title without the site's name where a separator joins them without spaces: "夜の船：静かな日記", "Diary|Night
/// Ferry".
std::string without_joined_site(const std::string& title, std::string_view site) {
    if (title.size() <= site.size()) return title;
    if (starts_ignoring_case(title, site))
        if (const std::size_t length = separator_length(std::string_view(title).substr(site.size())); length > 0)
            return title.substr(site.size() + length);
    if (!ends_ignoring_case(title, site)) return title;
    const std::string_view before = std::string_view(title).substr(0, title.size() - site.size());
    for (std::size_t at = 0; at < before.size(); next_character(before, at))
        if (const std::size_t length = separator_length(before.substr(at)); length > 0 && at + length == before.size())
            return at > 0 ? collapsed(before.substr(0, at)) : title;
    return title;
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
    return without_joined_site(clean, site);
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

std::string without_byline_start(std::string_view text) {
    std::string line = collapsed(text);
    for (const std::string_view start : byline_starts)
        if (starts_ignoring_case(line, start)) return collapsed(line.substr(start.size()));
    return line;
}

std::string author_name(std::string_view text, std::string_view site) {
    std::string name = without_byline_start(text);
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
