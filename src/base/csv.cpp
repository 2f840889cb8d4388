#include "base/csv.h"

#include <algorithm>

namespace blogbind {

namespace {

constexpr std::size_t most_rows = 1'000'000;
constexpr std::size_t most_fields = 1000;  // of a row

/// One field and what ends it: ',' or '\n'.
std::string take_field(std::string_view& rest, char& end) {
    std::string field;
    if (rest.starts_with('"')) {
        rest.remove_prefix(1);
        while (!rest.empty()) {
            const std::size_t quote = std::min(rest.find('"'), rest.size());
            field += rest.substr(0, quote);
            rest.remove_prefix(std::min(quote + 1, rest.size()));
            if (!rest.starts_with('"')) break;
            field += '"';
            rest.remove_prefix(1);
        }
    }
    const std::size_t stop = std::min(rest.find_first_of(",\n"), rest.size());
    field += rest.substr(0, stop);
    while (field.ends_with('\r')) field.pop_back();
    end = stop < rest.size() ? rest[stop] : '\n';
    rest.remove_prefix(std::min(stop + 1, rest.size()));
    return field;
}

}  // namespace

Csv::Csv(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    while (!text.empty() && rows_.size() < most_rows) {
        std::vector<std::string> row;
        char end = ',';
        while (end == ',') {
            std::string field = take_field(text, end);
            if (row.size() < most_fields) row.push_back(std::move(field));
        }
        if (row.size() > 1 || !row.front().empty()) rows_.push_back(std::move(row));
    }
}

std::size_t Csv::column_of(std::string_view name) const {
    if (rows_.empty()) return npos;
    const auto found = std::ranges::find(rows_.front(), name);
    return found == rows_.front().end() ? npos : static_cast<std::size_t>(found - rows_.front().begin());
}

std::string_view Csv::value(std::size_t row, std::string_view column) const {
    const std::size_t at = column_of(column);
    if (row + 1 >= rows_.size() || at >= rows_[row + 1].size()) return {};
    return rows_[row + 1][at];
}

}  // namespace blogbind
