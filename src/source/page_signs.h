// What tells by which service a page was made.
#pragma once

#include <string>
#include <string_view>

#include "model/page.h"

namespace blogbind {

/// The program that the page names as its maker, lower case; empty if it names none.
std::string generator_of(const PagePart& page);
/// Whether a script, a style sheet or a frame of the page comes from the domain, or from a host below it.
bool loads_from(const PagePart& page, std::string_view domain);
/// Whether a script within the page holds the text.
bool has_script_with(const PagePart& page, std::string_view text);

}  // namespace blogbind
