// Choosing the language, the plural form and the order of a date's parts.
#include "base/phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <utility>
#include <vector>

#include "base/phrase_table.h"
#include "base/text.h"

namespace blogbind {

std::size_t singular_for_one(std::size_t n) { return n == 1 ? 0 : 1; }
std::size_t singular_below_two(std::size_t n) { return n < 2 ? 0 : 1; }

namespace {

using Filling = std::pair<char, std::string_view>;

// Placeholders are "{x}" with one letter; what is filled in is not searched again.
std::string filled(std::string_view pattern, std::initializer_list<Filling> fillings) {
    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool placeholder = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}';
        if (!placeholder) {
            out += pattern[i];
            continue;
        }
        for (const auto& [letter, value] : fillings)
            if (letter == pattern[i + 1]) out += value;
        i += 2;
    }
    return out;
}

std::string_view form(std::string_view forms, std::size_t index) {
    const std::vector<std::string_view> choices = split(forms, '|');
    return choices[std::min(index, choices.size() - 1)];
}

std::vector<Phrases> all_languages() {
    std::vector<Phrases> all;
    for (const auto tables : {germanic_phrases(), romance_phrases(), iberian_phrases()})
        for (const PhraseTable& table : tables) all.emplace_back(table, table.language);
    return all;
}

// Codes that were replaced in ISO 639, but that old blogs still send.
std::string_view current_code(std::string_view primary) { return primary == "iw" ? "he" : primary; }

}  // namespace

const Phrases& Phrases::in_language(std::string_view tag) {
    static const std::vector<Phrases> languages = all_languages();
    const std::string lowered = ascii_lowered(tag);
    const std::string_view primary = current_code(std::string_view(lowered).substr(0, lowered.find_first_of("-_")));
    for (const Phrases& phrases : languages)
        if (phrases.language() == primary) return phrases;
    return languages.front();
}

std::string Phrases::text(Phrase phrase, std::string_view a, std::string_view b, std::string_view c) const {
    return filled(table_->texts[static_cast<std::size_t>(phrase)].text, {{'a', a}, {'b', b}, {'c', c}});
}

std::string Phrases::counted(Phrase phrase, std::size_t n, std::string_view a, std::string_view b) const {
    const std::string_view forms = table_->texts[static_cast<std::size_t>(phrase)].text;
    return filled(form(forms, table_->plural_form(n)), {{'n', std::to_string(n)}, {'a', a}, {'b', b}});
}

std::string Phrases::day(const DateTime& time) const {
    const std::chrono::year_month_day date = time.day();
    const unsigned month = static_cast<unsigned>(date.month());
    const unsigned day = static_cast<unsigned>(date.day());
    const bool special = day == 1 && !table_->first_of_month.empty();
    const std::string day_text = special ? std::string(table_->first_of_month) : std::to_string(day);
    return filled(table_->day_format, {{'d', day_text},
                                       {'m', table_->months[month - 1]},
                                       {'n', std::to_string(month)},
                                       {'y', std::to_string(static_cast<int>(date.year()))}});
}

std::string Phrases::moment(const DateTime& time) const {
    if (!time.has_time) return day(time);
    const std::chrono::hh_mm_ss clock{time.local - std::chrono::floor<std::chrono::days>(time.local)};
    const std::string hour_and_minute = fmt::format("{:02}:{:02}", clock.hours().count(), clock.minutes().count());
    return filled(table_->moment_format, {{'a', day(time)}, {'b', hour_and_minute}});
}

}  // namespace blogbind
