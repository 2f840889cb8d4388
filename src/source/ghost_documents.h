// The texts of Ghost's editors as HTML: Lexical (since Ghost 5.42) and Mobiledoc (before), both in JSON.
#pragma once

#include <set>
#include <string>

#include "base/json.h"

namespace blogbind {

/// `document`: the object with the "root". Cards that are not known go; their names are added to `unknown`.
std::string html_of_lexical(const Json& document, std::set<std::string>& unknown);
/// `document`: the object with "sections", "markups" and "cards".
std::string html_of_mobiledoc(const Json& document, std::set<std::string>& unknown);

}  // namespace blogbind
