// Volumes that an earlier run left and this one did not write again: no one should take them for a part of the work.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "cli/output.h"

namespace blogbind::cli {

/// Books beside `written`, volumes of one work, that are named like them with other numbers and were made of the same
/// `sources`, as their own records say. Sorted. They may hold posts that are nowhere else any more, so nothing is done
/// to them.
std::vector<std::filesystem::path> surplus_volumes(std::span<const WrittenFile> written,
                                                   const std::vector<std::string>& sources);

}  // namespace blogbind::cli
