// Other posts that a site shows within a text, by the heading above them: "You may also like".
#pragma once

#include <vector>

#include "markup/body.h"

namespace blogbind::extract {

/// Lines that head other posts, in document order, none within another.
std::vector<markup::Element*> related_headings_in(markup::Element& root);

/// The heading and what it heads: the box that begins with it, if links fill that, else the links that follow. Empty if
/// it heads something else.
std::vector<markup::Element*> related_posts(markup::Element& heading, markup::Element& root);

}  // namespace blogbind::extract
