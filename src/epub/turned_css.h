// A style sheet for a book that is read from the right, or whose lines run from top to bottom.
#pragma once

#include <string>
#include <string_view>

namespace blogbind::epub {

/// What stands left in `css` stands right, and the other way round: properties and values by their names, margins and
/// paddings of four values by their places. Logical properties would say that by themselves, but old engines do not
/// know them. Comments are left as they are.
std::string mirrored(std::string_view css);

/// A quarter turn for vertical writing, where blocks follow each other from right to left: what stood above stands
/// right, what stood right stands below. Only the sides of margins, paddings and borders: alignment is along the line
/// anyway.
std::string rotated(std::string_view css);

}  // namespace blogbind::epub
