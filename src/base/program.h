// The program's own name, as it stands in what it writes.
#pragma once

#include <string_view>

namespace blogbind {

inline constexpr std::string_view program_name = "blogbind";

}  // namespace blogbind
