// Expected texts in files: compared, shown as a difference, or rewritten where that is asked for.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace blogbind::testing {

/// Nothing if `file` holds `actual`. Otherwise what differs, as a unified diff, and the command that accepts it. With
/// UPDATE_GOLDEN=1 in the environment (and not CI) the file is rewritten instead.
std::optional<std::string> difference(const std::filesystem::path& file, std::string_view actual,
                                      std::string_view test_name);

}  // namespace blogbind::testing
