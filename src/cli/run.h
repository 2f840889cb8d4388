// From arguments to a command.
#pragma once

#include <string>
#include <vector>

namespace blogbind::cli {

/// Runs the program; returns its exit code.
int run(const std::vector<std::string>& arguments);

}  // namespace blogbind::cli
