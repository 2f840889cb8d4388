// What stands in a body, but was not written by its author: share bars, related posts, advertisements, bylines.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "markup/body.h"
#include "model/explanation.h"
#include "net/url.h"

namespace blogbind::extract {

/// Takes page furniture out of a post's body, and appends what went to `left_out`. `title`: a heading that repeats it
/// goes too. `page`: the post's address, which tells links within its site; may be missing.
void drop_furniture(markup::Body& body, std::string_view title, const std::optional<Url>& page,
                    std::vector<LeftOut>& left_out);

/// Keeps note of an element that is no part of the text; of one without text not.
void note_left_out(const markup::Element& element, std::string_view reason, std::vector<LeftOut>& left_out);

}  // namespace blogbind::extract
