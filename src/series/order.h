// Reading order.
#pragma once

#include <vector>

#include "model/entry.h"

namespace blogbind::series {

enum class Order { automatic, given, date, title, part };

/// Stable. `automatic`: part numbers where every entry has one and they agree, else date, else as given.
void sort_entries(std::vector<Entry>& entries, Order order);
/// In a series A, B, C … the parts I, V and X are letters, not Roman numbers.
void settle_letters(std::vector<Entry>& entries);
/// Names as people sort them: "part-2" before "part-10".
bool is_before_by_name(std::string_view a, std::string_view b);

}  // namespace blogbind::series
