// Pictures for tests and examples, painted when they are asked for: hills, water and a sky, each name its own view.
#pragma once

#include <string>
#include <string_view>

namespace blogbind::testing {

/// The bytes of a JPEG; the same for the same arguments.
std::string landscape(int width, int height, std::string_view name);
/// Nothing but grain: a JPEG as large as it can be.
std::string noise(int width, int height, std::string_view name);

}  // namespace blogbind::testing
