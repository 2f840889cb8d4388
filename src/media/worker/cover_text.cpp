#include "media/worker/cover_text.h"

#include <algorithm>
#include <cstddef>
#include <vector>

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

/// "A" of "Part A", "12" of "Day 12": it belongs to the word before it.
bool is_label(std::string_view word) {
    constexpr std::size_t longest = 3;
    return !word.empty() && word.size() <= longest;
}

bool is_dash(std::string_view word) { return word == "-" || word == "–" || word == "—" || word == "|"; }

}  // namespace

std::string with_joined_small_words(std::string_view title) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at <= title.size(); at += words.back().size() + 1)
        words.push_back(title.substr(at, title.find(' ', at) - at));
    const auto ends_phrase = [&words](std::size_t i) {
        return i + 1 == words.size() || is_dash(words[i + 1]) || words[i].ends_with(':');
    };
    std::string result(words.front());
    for (std::size_t i = 1; i < words.size(); ++i) {
        const bool leads_on = is_small(words[i - 1]) && !ends_phrase(i - 1);
        const bool belongs = is_dash(words[i]) || (is_label(words[i]) && ends_phrase(i));
        result.append(leads_on || belongs ? no_break_space : " ").append(words[i]);
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
