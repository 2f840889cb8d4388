// Tables: those that only arrange a page are no tables, those that hold data get the book's one shape.
#pragma once

#include <vector>

#include "normalise/passes.h"

namespace blogbind::normalise {

bool is_data_table(const markup::Element& table);

/// What a data table becomes, in order: one table.data of at most four columns, or for each row of a wider one a list
/// of definitions. Cells hold what the source's held, not yet laid out. The blocks stand before `table` meanwhile.
std::vector<markup::Element*> rebuilt_tables(Task& task, markup::Element& table);

}  // namespace blogbind::normalise
