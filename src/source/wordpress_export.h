// WordPress's own export (WXR 1.0 to 1.2): every post and page with its comments and pictures, in one file or several.
// Also what Squarespace and many migration tools write.
#pragma once

#include <span>

#include "base/result.h"
#include "model/entry.h"
#include "source/readers.h"

namespace blogbind {

bool is_wordpress_export(const FileStart& start);

/// The posts by date, oldest first. The files are read once for what they hold, and each post again when its turn
/// comes: nothing but the names of things stays in memory. Error unreadable: there is no post in them. A file that
/// breaks off is reported as listing_incomplete, and what stood before the fault is there.
Result<Listing> read_wordpress_export(std::span<const Source> sources, const Reading& reading);

}  // namespace blogbind
