#include "normalise/table_grid.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"

namespace blogbind::normalise {

using markup::attribute;
using markup::Element;
using markup::Node;

namespace {

constexpr int most_columns = 64;

int span(const Element& cell, const char* name, int limit) {
    const auto value = parsed_integer(trimmed(attribute(cell, name)));
    return static_cast<int>(std::clamp<long long>(value.value_or(1), 1, std::max(limit, 1)));
}

struct SourceRow {
    Element* element;
    bool in_head;
};

void append_rows(Element& section, bool in_head, std::vector<SourceRow>& rows) {
    for (Element* row = section.FirstChildElement("tr"); row != nullptr; row = row->NextSiblingElement("tr"))
        rows.push_back({row, in_head});
}

/// Rows in reading order: the foot comes last wherever it stands.
std::vector<SourceRow> rows_of(Element& table) {
    std::vector<SourceRow> rows;
    for (Element* child = table.FirstChildElement(); child != nullptr; child = child->NextSiblingElement()) {
        if (markup::is_named(*child, "tr")) rows.push_back({child, false});
        if (markup::is_one_of(*child, "thead tbody")) append_rows(*child, markup::is_named(*child, "thead"), rows);
    }
    for (Element* foot = table.FirstChildElement("tfoot"); foot != nullptr; foot = foot->NextSiblingElement("tfoot"))
        append_rows(*foot, false, rows);
    return rows;
}

/// One row's cells, put where cells from above leave room. `below`: for each column, rows still covered from above.
TableRow read_row(const SourceRow& source, int rows_left, std::vector<int>& below) {
    TableRow row;
    row.is_head = source.in_head;
    int column = 0;
    const auto skip_covered = [&] {
        while (column < most_columns && below[column] > 0) --below[column++];
    };
    for (Element* cell = source.element->FirstChildElement(); cell != nullptr; cell = cell->NextSiblingElement()) {
        skip_covered();
        if (!markup::is_one_of(*cell, "td th") || column >= most_columns) continue;
        const int columns = span(*cell, "colspan", most_columns - column);
        const int rows = span(*cell, "rowspan", rows_left);
        row.cells.push_back({cell, column, columns, rows, markup::is_named(*cell, "th")});
        for (int k = 0; k < columns; ++k) below[column++] = rows - 1;
    }
    for (int k = column; k < most_columns; ++k)
        if (below[k] > 0) {
            --below[k];
            column = k + 1;
        }
    row.width = column;
    return row;
}

/// All its words stand in bold.
bool is_bold(const Element& cell) {
    for (const Node* node = cell.FirstChild(); node != nullptr; node = node->NextSibling())
        if (markup::has_text(*node) && !markup::is_one_of(*node, "b strong")) {
            if (!markup::is_one_of(*node, "p span font") || !is_bold(*node->ToElement())) return false;
        }
    return markup::has_text(cell);
}

bool is_heading_row(const TableRow& row) {
    if (row.cells.size() < 2) return false;
    const bool all_headers = std::ranges::all_of(row.cells, &TableCell::is_header);
    return all_headers || std::ranges::all_of(row.cells, [](const TableCell& cell) { return is_bold(*cell.source); });
}

/// A column that no cell needs, because all cells that cover it cover its neighbour too, is not there.
void trim_columns(TableGrid& grid) {
    std::vector<bool> begins(most_columns + 1, false);
    for (const TableRow& row : grid.rows)
        for (const TableCell& cell : row.cells) begins[cell.column] = true;
    std::vector<int> place(most_columns + 1, 0);
    int columns = 0;
    for (int k = 0; k < grid.columns; ++k) {
        place[k] = columns;
        columns += begins[k] ? 1 : 0;
    }
    place[grid.columns] = columns;
    for (TableRow& row : grid.rows) {
        for (TableCell& cell : row.cells) {
            const int end = place[cell.column + cell.columns];
            cell.column = place[cell.column];
            cell.columns = std::max(1, end - cell.column);
        }
        row.width = place[row.width];
    }
    grid.columns = columns;
}

/// "12", "1,204.50", "€ 3", "62 km", "2½", "-4 %".
bool is_number(std::string_view text) {
    std::size_t digits = 0, letters = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t character = next_character(text, at);
        if ((character >= '0' && character <= '9') || (character >= U'¼' && character <= U'¾'))
            ++digits;
        else if (is_letter(character))
            ++letters;
        else if (character == ':' || character == '/')
            return false;  // times and dates read from the left
    }
    return digits > 0 && letters <= 3;
}

}  // namespace

TableGrid read_grid(Element& table) {
    TableGrid grid;
    std::vector<int> below(most_columns, 0);
    const std::vector<SourceRow> sources = rows_of(table);
    int rows_left = static_cast<int>(std::min<std::size_t>(sources.size(), 1'000'000));
    for (const SourceRow& source : sources) {
        TableRow row = read_row(source, rows_left--, below);
        grid.columns = std::max(grid.columns, row.width);
        grid.rows.push_back(std::move(row));
    }
    if (grid.rows.size() > 1 && std::ranges::none_of(grid.rows, &TableRow::is_head))
        grid.rows.front().is_head = is_heading_row(grid.rows.front());
    trim_columns(grid);
    return grid;
}

std::vector<std::string> TableGrid::labels() const {
    std::vector<std::string> labels(columns);
    for (const TableRow& row : rows)
        if (row.is_head)
            for (const TableCell& cell : row.cells)
                for (int k = cell.column; k < cell.column + cell.columns && k < columns; ++k) {
                    const std::string words = markup::collapsed_text(*cell.source);
                    if (!words.empty()) labels[k] = words;
                }
    return labels;
}

std::vector<bool> TableGrid::numeric_columns() const {
    std::vector<int> filled(columns), numbers(columns);
    for (const TableRow& row : rows)
        for (const TableCell& cell : row.cells) {
            if (row.is_head || cell.columns > 1 || cell.column >= columns) continue;
            const std::string words = markup::collapsed_text(*cell.source);
            if (words.empty()) continue;
            ++filled[cell.column];
            if (words.size() < 24 && is_number(words)) ++numbers[cell.column];
        }
    std::vector<bool> numeric(columns);
    for (int k = 0; k < columns; ++k) numeric[k] = numbers[k] > 0 && numbers[k] * 10 >= filled[k] * 6;
    return numeric;
}

}  // namespace blogbind::normalise
