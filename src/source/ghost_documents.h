// The texts of Ghost's editors as HTML: Lexical (since Ghost 5.42) and Mobiledoc (before), both in JSON.
#pragma once

#include <string>

#include "base/json.h"

namespace blogbind {

/// `document`: the object with the "root".
std::string html_of_lexical(const Json& document);
/// `document`: the object with "sections", "markups" and "cards".
std::string html_of_mobiledoc(const Json& document);

}  // namespace blogbind
