// Which parts of a numbered series are not there.
#pragma once

#include <vector>

#include "model/entry.h"
#include "series/evidence.h"

namespace blogbind {

/// Places between the first part and the last one that is there, is announced ("2/5") or is mentioned. Empty where
/// the numbers tell nothing: entries without numbers, ranges, long-running columns.
std::vector<int> missing_parts(const std::vector<const Entry*>& entries,
                               const std::vector<const series::Evidence*>& mentions);

}  // namespace blogbind
