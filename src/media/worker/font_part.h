// A part of an installed font: found, read where it lies, and cut.
#pragma once

#include "base/result.h"
#include "media/workshop.h"

namespace blogbind::media {

/// Error not_found: no such font, or no such face; refused: its makers do not allow it, or it is too large;
/// unreadable: damaged. The messages read on from the family's name.
Result<CutFont> font_part(const FontOrder& order);

}  // namespace blogbind::media
