#include "source/part_gaps.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/text.h"
#include "series/part_tokens.h"

namespace blogbind {
namespace {

constexpr int longest_series = 60;
constexpr std::size_t most_gaps = 20;

bool is_letter_label(const PartNumber& part) { return part.label.size() == 1 && is_ascii_alpha(part.label[0]); }

bool is_range(const PartNumber& part) {
    return part.label.find('-') != std::string::npos || part.label.find("–") != std::string::npos ||
           part.label.find('&') != std::string::npos;
}

int last_announced(const std::vector<const Entry*>& entries, const std::vector<const series::Evidence*>& mentions,
                   bool letters) {
    int last = 0;
    for (const Entry* entry : entries)
        if (entry->part && entry->part->total) last = std::max(last, *entry->part->total);
    for (const series::Evidence* mention : mentions) {
        const auto part = series::named_part(mention->title);
        if (part && is_letter_label(*part) == letters && std::isfinite(part->key[0]))
            last = std::max(last, static_cast<int>(part->key[0]));
    }
    return last;
}

}  // namespace

std::vector<int> missing_parts(const std::vector<const Entry*>& entries,
                               const std::vector<const series::Evidence*>& mentions) {
    std::set<int> present;
    bool letters = false;
    for (const Entry* entry : entries) {
        if (!entry->part || !std::isfinite(entry->part->key[0])) continue;
        if (is_range(*entry->part)) return {};
        letters = letters || is_letter_label(*entry->part);
        present.insert(static_cast<int>(entry->part->key[0]));
    }
    if (present.empty()) return {};
    const int last = std::max(*present.rbegin(), last_announced(entries, mentions, letters));
    if (last > longest_series) return {};
    std::vector<int> gaps;
    for (int part = 1; part <= last; ++part)
        if (!present.contains(part)) gaps.push_back(part);
    return gaps.size() > most_gaps ? std::vector<int>() : gaps;
}

}  // namespace blogbind
