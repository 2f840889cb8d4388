// Choosing the language, the plural form, the order of a date's parts and the signs between texts.
#include "base/phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <utility>
#include <vector>

#include "base/phrase_table.h"
#include "base/text.h"

namespace blogbind {

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

// A text with a single form has it for every number.
std::string_view form(std::string_view forms, const PluralRule& plurals, std::size_t n) {
    const std::vector<std::string_view> choices = split(forms, '|');
    const auto index = static_cast<std::size_t>(std::ranges::find(plurals.categories, plurals.category(n)) -
                                                plurals.categories.begin());
    return choices[std::min(index, choices.size() - 1)];
}

std::vector<Phrases> all_languages() {
    std::vector<Phrases> all;
    for (const PhraseTable* table : all_phrase_tables()) all.emplace_back(*table);
    return all;
}

}  // namespace

Phrases::Phrases(const PhraseTable& table)
    : language_(table.tags.substr(0, table.tags.find_first_of("- "))), table_(&table) {}

// "zh-hant-tw", then "zh-hant", then "zh".
const Phrases& Phrases::in_language(std::string_view tag) {
    static const std::vector<Phrases> languages = all_languages();
    const std::string lowered = replaced(ascii_lowered(tag), "_", "-");
    for (std::string_view wanted = lowered; !wanted.empty();) {
        for (const Phrases& phrases : languages)
            if (has_word(phrases.table_->tags, wanted)) return phrases;
        const std::size_t shorter = wanted.rfind('-');
        wanted = wanted.substr(0, shorter == std::string_view::npos ? 0 : shorter);
    }
    return languages.front();
}

std::string Phrases::text(Phrase phrase, std::string_view a, std::string_view b, std::string_view c) const {
    return filled(table_->texts[static_cast<std::size_t>(phrase)].text, {{'a', a}, {'b', b}, {'c', c}});
}

std::string Phrases::counted(Phrase phrase, std::size_t n, std::string_view a, std::string_view b) const {
    const std::string_view forms = table_->texts[static_cast<std::size_t>(phrase)].text;
    return filled(form(forms, table_->plurals, n), {{'n', std::to_string(n)}, {'a', a}, {'b', b}});
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

std::string Phrases::list(const std::vector<std::string>& items) const {
    return joined(items, table_->punctuation.list);
}

std::string Phrases::line(const std::vector<std::string>& parts) const {
    return joined(parts, table_->punctuation.stop);
}

std::string Phrases::sentences(const std::vector<std::string>& sentences) const {
    return joined(sentences, table_->punctuation.gap);
}

std::string Phrases::with_detail(std::string_view thing, std::string_view detail) const {
    if (thing.empty() || detail.empty()) return std::string(thing) + std::string(detail);
    return std::string(thing) + std::string(table_->punctuation.colon) + std::string(detail);
}

}  // namespace blogbind
