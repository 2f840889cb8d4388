// What stands in a body, but was not written by its author: share bars, related posts, advertisements, bylines.
#pragma once

#include <string_view>
#include <vector>

#include "markup/body.h"
#include "model/explanation.h"

namespace blogbind::extract {

/// Takes page furniture out of a post's body, and appends what went to `left_out`. `title`: a heading that repeats it
/// goes too.
void drop_furniture(markup::Body& body, std::string_view title, std::vector<LeftOut>& left_out);

}  // namespace blogbind::extract
