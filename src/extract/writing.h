// Which way a page's lines run.
#pragma once

#include "markup/body.h"

namespace blogbind::extract {

/// Whether the text of `body` runs from top to bottom, by the styles of its elements and of the page as a whole.
/// Style sheets beside the page are not looked at.
bool is_written_vertically(const markup::Element& document, const markup::Element& body);

}  // namespace blogbind::extract
