// The program's own name and number.
#pragma once

#include <string_view>

namespace blogbind::cli {

inline constexpr std::string_view version = BLOGBIND_VERSION;

}  // namespace blogbind::cli
