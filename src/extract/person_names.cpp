#include "extract/person_names.h"

#include <algorithm>
#include <array>

#include "base/date_parts.h"
#include "base/text.h"
#include "base/utf8.h"
#include "extract/titles.h"

namespace blogbind::extract {

namespace {

constexpr std::size_t longest_name = 60;

/// Words of names that have no capital letter.
constexpr auto particles = std::to_array<std::string_view>(
    {"von", "van", "de",  "der", "den", "des", "di", "da",  "del", "della", "la", "le", "el",
     "al",  "bin", "ben", "du",  "do",  "dos", "zu", "ter", "ten", "te",    "af", "av", "y"});
/// Words of labels, trades and organisations, which people are not called.
constexpr auto other_words = std::to_array<std::string_view>(
    {"about",       "agency",      "agentur",   "all",        "alle",      "and",         "article",    "articles",
     "artikel",     "associated",  "auteurs",   "author",     "autor",     "autoren",     "autores",    "autorin",
     "beitrag",     "beiträge",    "bild",      "bilder",     "bin",       "blog",        "by",         "chief",
     "click",       "comment",     "comments",  "company",    "contact",   "contributor", "copyright",  "correspondent",
     "credit",      "desk",        "digital",   "edited",     "edition",   "editor",      "editorial",  "editors",
     "facebook",    "film",        "follow",    "for",        "foto",      "fotos",       "from",       "full",
     "gedanken",    "gesponserte", "gmbh",      "group",      "guest",     "home",        "ich",        "im",
     "image",       "in",          "inhalte",   "institute",  "interview", "kommentar",   "kommentare", "last",
     "magazin",     "magazine",    "manager",   "media",      "mehr",      "menu",        "minutes",    "more",
     "nachrichten", "network",     "news",      "newsletter", "on",        "online",      "our",        "person",
     "photo",       "photograph",  "photos",    "post",       "posted",    "posts",       "press",      "published",
     "quelle",      "read",        "redaktion", "report",     "reporter",  "reviewed",    "senior",     "share",
     "source",      "sponsored",   "staff",     "stories",    "story",     "studio",      "subscribe",  "team",
     "text",        "the",         "this",      "twitter",    "und",       "university",  "updated",    "verein",
     "vests",       "video",       "view",      "weitere",    "with",      "writer",      "your",       "zur",
     "über"});
/// What stands between the names of several people.
constexpr auto between_names = std::to_array<std::string_view>(
    {", and ", ", ", " and ", " und ", " et ", " y ", " & ", " och ", " en ", " / ", "; "});

template <std::size_t N>
bool is_in(std::string_view word, const std::array<std::string_view, N>& list) {
    return std::ranges::find(list, word) != list.end();
}

bool begins_with_capital(std::string_view word) {
    std::size_t at = 0;
    const char32_t first = next_character(word, at);
    return is_letter(first) && case_folded(word.substr(0, at)) != word.substr(0, at);
}

bool has_only_name_characters(std::string_view text) {
    constexpr std::string_view marks = " .'-";
    for (std::size_t at = 0; at < text.size();) {
        const char32_t character = next_character(text, at);
        const bool is_mark = character < 0x80 && marks.find(static_cast<char>(character)) != std::string_view::npos;
        if (!is_mark && !is_letter(character) && character != U'’') return false;
    }
    return true;
}

/// Where the first of the words that join names begins in `text` and ends; the end of `text` if there is none.
std::pair<std::size_t, std::size_t> first_joint(std::string_view text) {
    std::pair<std::size_t, std::size_t> best{text.size(), text.size()};
    for (const std::string_view joint : between_names)
        if (const std::size_t at = text.find(joint); at < best.first) best = {at, at + joint.size()};
    return best;
}

/// The people that `list` begins with, up to the first part that is nobody's name.
std::vector<std::string> leading_people(std::string_view list) {
    std::vector<std::string> people;
    while (!list.empty()) {
        const auto [end, next] = first_joint(list);
        const std::string_view part = trimmed(list.substr(0, end));
        if (!looks_personal(part)) break;
        people.emplace_back(part);
        list.remove_prefix(next);
    }
    return people;
}

}  // namespace

bool looks_personal(std::string_view text) {
    const std::string name = collapsed(text);
    if (name.size() > longest_name || !has_only_name_characters(name)) return false;
    const std::vector<std::string_view> words = split_words(name);
    if (words.size() < 2 || words.size() > 5) return false;
    if (!begins_with_capital(words.front()) || !begins_with_capital(words.back())) return false;
    return std::ranges::all_of(words, [](std::string_view word) {
        const std::string folded = case_folded(word);
        return (begins_with_capital(word) || is_in(folded, particles)) && !is_in(folded, other_words);
    });
}

bool looks_like_single_name(std::string_view text) {
    const std::string name = collapsed(text);
    return name.find(' ') == std::string::npos && name.size() > 2 && looks_personal(name + " " + name);
}

std::vector<std::string> author_names(std::string_view text, std::string_view site) {
    std::vector<std::string> names;
    const std::string list = without_byline_start(text);
    std::vector<std::string> people = leading_people(list);
    if (people.size() > 1)
        for (std::string& person : people)
            if (!is_same_title(person, site)) names.push_back(std::move(person));
    if (!names.empty()) return names;
    if (std::string name = author_name(list, site); !name.empty()) names.push_back(std::move(name));
    return names;
}

std::string in_reading_order(std::string_view name) {
    const std::vector<std::string_view> parts = split(name, ',');
    if (parts.size() != 2) return std::string(name);
    const std::string turned = collapsed(std::string(parts[1]) + " " + std::string(parts[0]));
    const bool are_single_words = split_words(parts[0]).size() == 1 && split_words(parts[1]).size() == 1;
    return are_single_words && looks_personal(turned) ? turned : std::string(name);
}

}  // namespace blogbind::extract
