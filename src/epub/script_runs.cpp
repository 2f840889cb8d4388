#include "epub/script_runs.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "base/utf8.h"

namespace blogbind::epub {

namespace {

enum class Script { neutral, other, hangul, kana, han, hebrew, arabic, thai, cyrillic, greek, devanagari };

struct Range {
    char32_t first, last;
    Script script;
};
// Unicode #Blocks; sorted.
constexpr std::array ranges{
    Range{U'\x0', U'@', Script::neutral},
    Range{U'[', U'`', Script::neutral},
    Range{U'{', U'\x00BF', Script::neutral},
    Range{U'\x0370', U'\x03FF', Script::greek},
    Range{U'\x0400', U'\x052F', Script::cyrillic},
    Range{U'\x0590', U'\x05FF', Script::hebrew},
    Range{U'\x0600', U'\x06FF', Script::arabic},
    Range{U'\x0750', U'\x077F', Script::arabic},
    Range{U'\x0900', U'\x097F', Script::devanagari},
    Range{U'\x0E00', U'\x0E7F', Script::thai},
    Range{U'\x1100', U'\x11FF', Script::hangul},
    Range{U'\x1F00', U'\x1FFF', Script::greek},
    Range{U'\x2000', U'\x2BFF', Script::neutral},
    Range{U'\x3000', U'\x303F', Script::neutral},
    Range{U'\x3040', U'\x30FF', Script::kana},
    Range{U'\x3130', U'\x318F', Script::hangul},
    Range{U'\x3400', U'\x9FFF', Script::han},
    Range{U'\xAC00', U'\xD7A3', Script::hangul},
    Range{U'\xF900', U'\xFAFF', Script::han},
    Range{U'\xFF00', U'\xFF0F', Script::neutral},
    Range{U'\x1F000', U'\x1FAFF', Script::neutral},
    Range{U'\x20000', U'\x3FFFF', Script::han},
};

Script script_of(char32_t character) {
    const auto range = std::lower_bound(ranges.begin(), ranges.end(), character,
                                        [](const Range& a, char32_t c) { return a.last < c; });
    return range != ranges.end() && character >= range->first ? range->script : Script::other;
}

struct Language {
    Script script;
    std::string_view usual;    ///< where nothing else is known
    std::string_view written;  ///< languages that are written in it, between spaces
};
constexpr std::array languages{
    Language{Script::hangul, "ko", " ko "},
    Language{Script::kana, "ja", " ja "},
    Language{Script::han, "zh", " zh ja ko "},
    Language{Script::hebrew, "he", " he yi "},
    Language{Script::arabic, "ar", " ar fa ur ps sd ug "},
    Language{Script::thai, "th", " th "},
    Language{Script::cyrillic, "ru", " ru uk be bg sr mk kk ky mn tg "},
    Language{Script::greek, "el", " el "},
    Language{Script::devanagari, "hi", " hi mr ne sa "},
};

bool holds(std::string_view text, Script wanted) {
    for (std::size_t at = 0; at < text.size();)
        if (script_of(next_character(text, at)) == wanted) return true;
    return false;
}

bool holds_ukrainian(std::string_view text) {
    for (const std::string_view letter : {"і", "ї", "є", "ґ", "І", "Ї", "Є", "Ґ"})
        if (text.find(letter) != std::string_view::npos) return true;
    return false;
}

// Empty where the script is that of the surrounding language.
std::string_view language_of(Script script, std::string_view text, std::string_view primary) {
    const auto language =
        std::find_if(languages.begin(), languages.end(), [&](const Language& each) { return each.script == script; });
    if (language == languages.end()) return {};
    const std::string own = ' ' + std::string(primary) + ' ';
    if (language->written.find(own) != std::string_view::npos) return {};
    if (script == Script::han && holds(text, Script::kana)) return "ja";
    if (script == Script::han && holds(text, Script::hangul)) return "ko";
    if (script == Script::cyrillic && holds_ukrainian(text)) return "uk";
    return language->usual;
}

}  // namespace

std::string_view primary_language(std::string_view tag) { return tag.substr(0, tag.find('-')); }

bool is_right_to_left(std::string_view language) {
    constexpr std::array<std::string_view, 9> languages_from_right{"ar", "he", "fa", "ur", "yi",
                                                                   "ps", "sd", "ug", "dv"};
    return std::ranges::find(languages_from_right, primary_language(language)) != languages_from_right.end();
}

bool is_cjk(std::string_view language) {
    constexpr std::array<std::string_view, 4> languages_of_characters{"zh", "ja", "ko", "yue"};
    return std::ranges::find(languages_of_characters, primary_language(language)) != languages_of_characters.end();
}

std::string_view foreign_direction(std::string_view language, std::string_view surrounding_language) {
    const bool from_right = is_right_to_left(language);
    if (from_right == is_right_to_left(surrounding_language)) return {};
    return from_right ? "rtl" : "ltr";
}

std::vector<Run> script_runs(std::string_view text, std::string_view surrounding_language) {
    if (text.empty()) return {};
    if (is_ascii(text)) return {{text, {}}};  // which all scripts use
    const std::string_view primary = primary_language(surrounding_language);
    std::vector<Run> runs;
    std::size_t start = 0, end = 0;  // of the run so far; what is neutral after `end` is not yet decided
    std::string_view language;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t here = at;
        const Script script = script_of(next_character(text, at));
        if (script == Script::neutral) continue;
        const std::string_view next = language_of(script, text, primary);
        if (next != language) {
            // White space and punctuation between runs belong to the surrounding text.
            const std::size_t border = language.empty() ? here : end;
            if (border > start) runs.push_back({text.substr(start, border - start), language});
            if (!next.empty() && here > border) runs.push_back({text.substr(border, here - border), {}});
            start = next.empty() ? border : here;
            language = next;
        }
        end = at;
    }
    if (!language.empty() && end < text.size()) {
        runs.push_back({text.substr(start, end - start), language});
        start = end;
        language = {};
    }
    if (start < text.size()) runs.push_back({text.substr(start), language});
    return runs;
}

std::string_view foreign_language(std::string_view text, std::string_view surrounding_language) {
    for (const Run& run : script_runs(text, surrounding_language))
        if (!run.language.empty()) return run.language;
    return {};
}

}  // namespace blogbind::epub
