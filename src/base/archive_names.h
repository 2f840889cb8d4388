// What the names in an archive say: many programs pack them as their system's code page has them, and do not tell
// which.
#pragma once

#include <string>
#include <vector>

namespace blogbind {

/// The names as UTF-8. Those that are UTF-8 stay as they are. For all others together the code page is taken under
/// which they read best: letters of one script beside each other, capitals only where words begin.
std::vector<std::string> readable_names(std::vector<std::string> names);

}  // namespace blogbind
