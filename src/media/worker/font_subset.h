// Cuts the characters of a book out of a font.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "media/workshop.h"

namespace blogbind::media {

/// Of the face `index` of a font file; without the family's name. Error refused: its makers do not allow that, it has
/// nothing to cut out, or what comes out is too large; unreadable: it is no font whose outlines readers can show.
Result<CutFont> subset_font(std::string_view file, unsigned index, std::string_view characters);

}  // namespace blogbind::media
