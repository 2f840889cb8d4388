// The program's own name and number, as they stand in what it writes.
#pragma once

#include <string_view>

namespace blogbind {

inline constexpr std::string_view program_name = "blogbind";
std::string_view program_version();  ///< "0.1.0"

}  // namespace blogbind
