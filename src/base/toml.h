// TOML, read into the values that JSON has.
#pragma once

#include <string_view>

#include "base/json.h"
#include "base/result.h"

namespace blogbind {

/// TOML 1.0: an object. Dates and times become text as ISO 8601 has it. Error unreadable: "line 3, column 5: …".
Result<Json> parse_toml(std::string_view text);

}  // namespace blogbind
