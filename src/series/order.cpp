#include "series/order.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "base/utf8.h"
#include "series/part_numbers.h"
#include "series/part_tokens.h"

namespace blogbind::series {
namespace {

bool is_capital(std::string_view label) { return label.size() == 1 && label[0] >= 'A' && label[0] <= 'Z'; }
bool is_roman_letter(std::string_view label) { return label == "I" || label == "V" || label == "X"; }

/// Every entry has a part of one series, each part once.
bool parts_agree(const std::vector<Entry>& entries) {
    std::set<std::vector<double>> keys;
    std::string stem;
    for (const Entry& entry : entries) {
        if (!entry.part || !keys.insert(entry.part->key).second) return false;
        const std::string own = read_title(entry.title).stem;
        if (!own.empty() && !stem.empty() && !same_stem(stem, own)) return false;
        if (stem.empty()) stem = own;
    }
    return true;
}

bool most_have_dates(const std::vector<Entry>& entries) {
    const auto dated =
        std::count_if(entries.begin(), entries.end(), [](const Entry& e) { return e.published.has_value(); });
    return 2 * static_cast<std::size_t>(dated) > entries.size();
}

void sort_by_part(std::vector<Entry>& entries) {
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        if (!a.part || !b.part) return a.part.has_value() && !b.part.has_value();
        return a.part->key < b.part->key;
    });
}

/// An entry without a date stays behind the one that it was listed after.
void sort_by_date(std::vector<Entry>& entries) {
    std::vector<std::pair<std::chrono::sys_seconds, std::size_t>> keys;
    std::chrono::sys_seconds latest = std::chrono::sys_seconds::min();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].published) latest = entries[i].published->utc();
        keys.emplace_back(latest, i);
    }
    std::sort(keys.begin(), keys.end());
    std::vector<Entry> sorted;
    sorted.reserve(entries.size());
    for (const auto& [time, i] : keys) sorted.push_back(std::move(entries[i]));
    entries = std::move(sorted);
}

void sort_by_title(std::vector<Entry>& entries) {
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return is_before_by_name(case_folded(a.title), case_folded(b.title));
    });
}

void sort_automatically(std::vector<Entry>& entries) {
    if (parts_agree(entries)) return sort_by_part(entries);
    if (most_have_dates(entries)) return sort_by_date(entries);
}

std::size_t digits_end(std::string_view text, std::size_t at) {
    while (at < text.size() && is_ascii_digit(text[at])) ++at;
    return at;
}

std::string_view number_text(std::string_view text, std::size_t begin, std::size_t end) {
    while (begin + 1 < end && text[begin] == '0') ++begin;
    return text.substr(begin, end - begin);
}

}  // namespace

void sort_entries(std::vector<Entry>& entries, Order order) {
    if (order == Order::given) return;
    settle_letters(entries);
    if (order == Order::automatic) sort_automatically(entries);
    if (order == Order::date) sort_by_date(entries);
    if (order == Order::title) sort_by_title(entries);
    if (order == Order::part) sort_by_part(entries);
}

void settle_letters(std::vector<Entry>& entries) {
    const auto any_label = [&entries](auto test) {
        return std::any_of(entries.begin(), entries.end(),
                           [&test](const Entry& entry) { return entry.part && test(entry.part->label); });
    };
    const bool lettered = any_label([](auto& label) { return is_capital(label) && !is_roman_letter(label); });
    const bool roman = any_label([](auto& label) { return label == "II" || label == "III" || label == "IV"; });
    if (!lettered || roman) return;
    for (Entry& entry : entries)
        if (entry.part && is_roman_letter(entry.part->label))
            entry.part->key = {place_in_alphabet(entry.part->label[0])};
}

bool is_before_by_name(std::string_view a, std::string_view b) {
    std::size_t i = 0, k = 0;
    while (i < a.size() && k < b.size()) {
        if (is_ascii_digit(a[i]) && is_ascii_digit(b[k])) {
            const std::size_t i_end = digits_end(a, i), k_end = digits_end(b, k);
            const std::string_view x = number_text(a, i, i_end), y = number_text(b, k, k_end);
            if (x.size() != y.size()) return x.size() < y.size();
            if (x != y) return x < y;
            i = i_end;
            k = k_end;
            continue;
        }
        if (a[i] != b[k]) return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[k]);
        ++i;
        ++k;
    }
    return a.size() - i < b.size() - k;
}

}  // namespace blogbind::series
