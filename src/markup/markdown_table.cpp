#include <algorithm>

#include "base/text.h"
#include "markup/markdown_parts.h"

namespace blogbind::markup {
namespace {

constexpr std::size_t most_columns = 200;
constexpr std::size_t most_cells = 100'000;

/// The cells between bars; "\|" is a bar of the text.
std::vector<std::string> cells_of(std::string_view line) {
    line = trimmed(line);
    if (line.starts_with('|')) line.remove_prefix(1);
    std::vector<std::string> cells(1);
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '\\' && i + 1 < line.size() && line[i + 1] == '|') {
            cells.back() += line[++i];
        } else if (line[i] == '|') {
            cells.emplace_back();
        } else {
            cells.back() += line[i];
        }
    }
    if (cells.size() > 1 && trimmed(cells.back()).empty()) cells.pop_back();
    for (std::string& cell : cells) cell = trimmed(cell);
    return cells;
}

std::optional<Alignment> alignment_of(std::string_view cell) {
    const bool left = cell.starts_with(':'), right = cell.size() > 1 && cell.ends_with(':');
    if (left) cell.remove_prefix(1);
    if (right) cell.remove_suffix(1);
    if (cell.empty() || cell.find_first_not_of('-') != std::string_view::npos) return std::nullopt;
    if (left) return right ? Alignment::centre : Alignment::left;
    return right ? Alignment::right : Alignment::none;
}

/// The columns that a line like "|---|:-:|" declares; none if it is something else.
std::vector<Alignment> columns_of(std::string_view line) {
    std::vector<Alignment> columns;
    if (line.find('|') == std::string_view::npos && line.find(':') == std::string_view::npos) return columns;
    for (const std::string& cell : cells_of(line)) {
        const std::optional<Alignment> alignment = alignment_of(cell);
        if (!alignment || columns.size() == most_columns) return {};
        columns.push_back(*alignment);
    }
    return columns;
}

}  // namespace

std::optional<MarkdownTable> table_in(std::span<const std::string_view> lines) {
    for (std::size_t i = 1; i < lines.size(); ++i) {
        MarkdownTable table{i - 1, columns_of(lines[i]), {}};
        if (table.columns.empty() || cells_of(lines[i - 1]).size() != table.columns.size()) continue;
        if ((lines.size() - i) * table.columns.size() > most_cells) return std::nullopt;
        for (std::size_t k = i - 1; k < lines.size(); ++k) {
            if (k == i || trimmed(lines[k]).starts_with("{:")) continue;
            table.rows.push_back(cells_of(lines[k]));
            table.rows.back().resize(table.columns.size());
        }
        return table;
    }
    return std::nullopt;
}

}  // namespace blogbind::markup
