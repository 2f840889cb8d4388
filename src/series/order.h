// Reading order.
#pragma once

#include <vector>

#include "model/entry.h"

namespace blogbind::series {

enum class Order { automatic, given, date, title, part };

/// Stable. `automatic`: part numbers where every entry has one and they agree, else date, else as given.
void sort_entries(std::vector<Entry>& entries, Order order);

}  // namespace blogbind::series
