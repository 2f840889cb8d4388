// Draws the cover of a book.
#pragma once

#include <string_view>

#include "base/result.h"
#include "media/workshop.h"

namespace blogbind::media {

/// A picture that cannot be decoded is left out. `order.picture` is not looked at: `picture` is.
Result<Picture> paint_cover(const CoverOrder& order, std::string_view picture);

}  // namespace blogbind::media
