#include "normalise/tables.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "normalise/flow.h"
#include "normalise/table_grid.h"

namespace blogbind::normalise {

using markup::attribute;
using markup::Element;
using markup::Node;

namespace {

constexpr int widest = 4;                  // columns that a small page can show
constexpr std::size_t longest_cell = 120;  // characters on average: more is prose, arranged

struct Measures {
    std::size_t rows = 0, cells = 0, characters = 0;
    bool has_blocks = false, has_header = false;
};

Measures measured(const Element& table) {
    Measures found;
    markup::each_element(table, [&](const Element& element) {
        if (markup::is_named(element, "tr")) ++found.rows;
        if (markup::is_one_of(element, "td th")) ++found.cells;
        if (markup::is_named(element, "th") || (markup::is_named(element, "caption") && markup::has_text(element)))
            found.has_header = true;
        if (markup::is_one_of(element, "table figure h1 h2 h3 h4 h5 h6 blockquote pre img")) found.has_blocks = true;
    });
    found.characters = markup::text_length(table);
    return found;
}

/// A block of ours, before the source's table.
Element* new_block(Task& task, Element& table, const char* name, const char* class_name) {
    Element* block = task.body.new_element(name);
    markup::insert_before(table, *block);
    if (*class_name != '\0') markup::set_attribute(*block, "class", class_name);
    return block;
}

/// The words above a table: its caption, or that of the figure around it.
Element* caption_of(Element& table) {
    if (Element* caption = table.FirstChildElement("caption")) return caption;
    Element* figure = table.Parent()->ToElement();
    return figure != nullptr && markup::is_named(*figure, "figure") ? figure->FirstChildElement("figcaption") : nullptr;
}

void set_span(Element& cell, const char* name, int span) {
    if (span > 1) markup::set_attribute(cell, name, std::to_string(span));
}

void append_cell(Element& row, const TableCell& source, bool is_head, bool is_numeric) {
    const bool is_row_header = !is_head && source.is_header && source.column == 0;
    const bool is_header = (is_head || is_row_header) && markup::has_text(*source.source);
    Element* cell = markup::append_element(row, is_header ? "th" : "td");
    if (is_header) markup::set_attribute(*cell, "scope", is_head ? "col" : "row");
    std::string class_name = is_header && is_head ? "head" : "";
    if (is_numeric) class_name += class_name.empty() ? "num" : " num";
    if (!class_name.empty()) markup::set_attribute(*cell, "class", class_name);
    set_span(*cell, "colspan", source.columns);
    set_span(*cell, "rowspan", source.rows);
    markup::move_children(*source.source, *cell);
}

bool is_empty(const TableRow& row) {
    return std::ranges::all_of(row.cells, [](const TableCell& cell) { return !markup::has_text(*cell.source); });
}

void append_row(Element& section, const TableRow& row, const TableGrid& grid, const std::vector<bool>& numeric) {
    Element* made = markup::append_element(section, "tr");
    for (const TableCell& cell : row.cells)
        append_cell(*made, cell, row.is_head, cell.columns == 1 && numeric[cell.column]);
    for (int column = row.width; column < grid.columns; ++column) markup::append_element(*made, "td");
}

Element* narrow_table(Task& task, Element& table, TableGrid& grid) {
    Element* made = new_block(task, table, "table", "data");
    if (Element* caption = caption_of(table); caption != nullptr && markup::has_text(*caption)) {
        Element* words = markup::append_element(*made, "caption");
        markup::set_attribute(*words, "class", "cap");
        markup::move_children(*caption, *words);
    }
    const std::vector<bool> numeric = grid.numeric_columns();
    Element* head = nullptr;
    Element* body = nullptr;
    for (const TableRow& row : grid.rows) {
        if (is_empty(row) && !row.cells.empty() && row.width == static_cast<int>(row.cells.size())) continue;
        Element*& section = row.is_head && body == nullptr ? head : body;
        if (section == nullptr)
            section = markup::append_element(*made, row.is_head && body == nullptr ? "thead" : "tbody");
        append_row(*section, row, grid, numeric);
    }
    return made;
}

/// A row that says one thing across the whole width.
bool is_note(const TableRow& row, const TableGrid& grid) {
    return row.cells.size() == 1 && (row.cells[0].columns > 1 || grid.columns > 1);
}

/// Without labels the cells follow each other in one line.
Element* plain_row(Task& task, Element& table, const TableRow& row) {
    Element* line = new_block(task, table, "p", "");
    for (const TableCell& cell : row.cells) {
        if (!markup::has_text(*cell.source)) continue;
        if (!line->NoChildren()) markup::append_text(*line, " · ");
        markup::move_children(*cell.source, *line);
    }
    return line;
}

/// The row's own name, where the first column has no label.
Element* row_title(Task& task, Element& table, const TableCell& cell) {
    Element* line = new_block(task, table, "p", "");
    markup::move_children(*cell.source, *markup::append_element(*line, "b"));
    return line;
}

void append_row_blocks(Task& task, Element& table, const TableRow& row, const std::vector<std::string>& labels,
                       std::vector<Element*>& blocks) {
    Element* list = nullptr;
    for (const TableCell& cell : row.cells) {
        if (!markup::has_text(*cell.source)) continue;
        const std::string& label = labels[cell.column];
        if (label.empty() && list == nullptr) {
            blocks.push_back(row_title(task, table, cell));
            continue;
        }
        if (list == nullptr) blocks.push_back(list = new_block(task, table, "dl", "about"));
        if (!label.empty()) markup::append_element(*list, "dt", label);
        markup::move_children(*cell.source, *markup::append_element(*list, "dd"));
    }
}

std::vector<Element*> wide_table(Task& task, Element& table, TableGrid& grid) {
    std::vector<Element*> blocks;
    if (Element* caption = caption_of(table); caption != nullptr && markup::has_text(*caption)) {
        blocks.push_back(new_block(task, table, "p", ""));
        markup::move_children(*caption, *markup::append_element(*blocks.back(), "b"));
    }
    const std::vector<std::string> labels = grid.labels();
    const bool has_labels = std::ranges::any_of(labels, [](const std::string& label) { return !label.empty(); });
    for (const TableRow& row : grid.rows) {
        if (row.is_head || is_empty(row)) continue;
        if (!has_labels || is_note(row, grid))
            blocks.push_back(plain_row(task, table, row));
        else
            append_row_blocks(task, table, row, labels, blocks);
    }
    return blocks;
}

}  // namespace

bool is_data_table(const Element& table) {
    if (attribute(table, "class") == "data") return true;
    const std::string_view role = attribute(table, "role");
    const Measures found = measured(table);
    if (role == "presentation" || role == "none" || found.has_blocks) return false;
    if (found.rows < 2 || found.cells < 2 * found.rows - 1) return false;
    return found.has_header || found.characters <= longest_cell * found.cells;
}

std::vector<Element*> rebuilt_tables(Task& task, Element& table) {
    TableGrid grid = read_grid(table);
    if (grid.columns > widest) return wide_table(task, table, grid);
    return {narrow_table(task, table, grid)};
}

}  // namespace blogbind::normalise
