#include "media/worker/cover_text.h"

#include <algorithm>
#include <cstddef>

namespace blogbind::media {
namespace {

constexpr std::string_view no_break_space = "\u00A0";

constexpr std::string_view small_words[] = {
    "a",   "an",  "the", "of",  "in",  "on", "at", "to",  "by",  "for", "and", "or",  "from", "with", "der",
    "die", "das", "den", "dem", "ein", "im", "am", "von", "zu",  "und", "le",  "la",  "les",  "un",   "une",
    "de",  "du",  "des", "à",   "en",  "et", "au", "el",  "los", "las", "una", "y",   "del",  "al",   "il",
    "lo",  "gli", "di",  "da",  "e",   "o",  "os", "as",  "do",  "dos", "het", "een", "van",  "te",   "och",
    "på",  "og",  "w",   "z",   "na",  "i",  "в",  "на",  "с",   "и",   "о"};

bool is_small(std::string_view word) {
    std::string lowered(word);
    std::ranges::transform(lowered, lowered.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return std::ranges::find(small_words, lowered) != std::end(small_words);
}

}  // namespace

std::string with_joined_small_words(std::string_view title) {
    std::string result;
    std::size_t at = 0;
    while (at <= title.size()) {
        const std::size_t space = std::min(title.find(' ', at), title.size());
        const std::string_view word = title.substr(at, space - at);
        result += word;
        if (space < title.size()) {
            if (is_small(word))
                result += no_break_space;
            else
                result += ' ';
        }
        at = space + 1;
    }
    return result;
}

std::pair<std::string, std::string> divided_title(std::string_view title) {
    constexpr std::string_view mark = ": ";
    const std::size_t at = title.find(mark);
    if (at == title.npos) return {std::string(title), {}};
    return {std::string(title.substr(0, at)), std::string(title.substr(at + mark.size()))};
}

std::string single_line(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const bool space = static_cast<unsigned char>(c) <= 0x20 || c == 0x7F;
        if (!space)
            result += c;
        else if (!result.empty() && result.back() != ' ')
            result += ' ';
    }
    if (result.ends_with(' ')) result.pop_back();
    return result;
}

}  // namespace blogbind::media
