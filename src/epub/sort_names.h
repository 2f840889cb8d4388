// How libraries file titles and people.
#pragma once

#include <string>
#include <string_view>

namespace blogbind::epub {

/// "Slow Coast, The"
std::string filed_title(std::string_view title, std::string_view language);
/// "Lindqvist, Mara"; names in scripts that put the family first stay as they are.
std::string filed_person(std::string_view name);

}  // namespace blogbind::epub
