// What the user can do about a failure of the network.
#pragma once

#include <string>
#include <string_view>

namespace blogbind::cli {

/// The error's sentence and, if there is something to do about it, what: "…: host not found; check its spelling".
std::string with_advice(std::string_view sentence);

}  // namespace blogbind::cli
