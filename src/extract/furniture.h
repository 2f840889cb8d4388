// What stands in a body, but was not written by its author: share bars, related posts, advertisements, bylines.
#pragma once

#include <string_view>

#include "markup/body.h"

namespace blogbind::extract {

/// Takes page furniture out of a post's body. `title`: a heading that repeats it goes too.
void drop_furniture(markup::Body& body, std::string_view title);

}  // namespace blogbind::extract
