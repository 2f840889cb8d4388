// A table as rows and columns: spans resolved and bounded, header rows known.
#pragma once

#include <string>
#include <vector>

#include "markup/body.h"

namespace blogbind::normalise {

struct TableCell {
    markup::Element* source = nullptr;
    int column = 0, columns = 1, rows = 1;
    bool is_header = false;  ///< <th>
};

struct TableRow {
    std::vector<TableCell> cells;
    bool is_head = false;
    int width = 0;  ///< columns that are filled, by its own cells or from above
};

struct TableGrid {
    std::vector<TableRow> rows;
    int columns = 0;

    /// The text at the top of each column; empty where there is none.
    [[nodiscard]] std::vector<std::string> labels() const;
    /// Whether each column holds numbers, as far as it holds anything.
    [[nodiscard]] std::vector<bool> numeric_columns() const;
};

TableGrid read_grid(markup::Element& table);

}  // namespace blogbind::normalise
