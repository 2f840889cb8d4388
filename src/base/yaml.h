// YAML, read into the values that JSON has.
#pragma once

#include <string_view>

#include "base/json.h"
#include "base/result.h"

namespace blogbind {

/// The first document. Plain scalars are true, false, null and numbers where they are spelt so (YAML 1.2, core schema);
/// dates stay text. Errors: unreadable: "line 3, column 5: …"; refused: too deep, or more than 100,000 values, aliases
/// followed.
Result<Json> parse_yaml(std::string_view text);

}  // namespace blogbind
