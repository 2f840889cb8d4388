// Which file holds a face of a family, as the system's fonts are set up.
#pragma once

#include <string>

#include "base/result.h"

namespace blogbind::media {

struct FontFile {
    std::string family;  ///< as its makers spell it
    std::string path;
    unsigned index = 0;  ///< of the face in a collection
};

/// The upright or italic face of usual or bold weight. The same answer whenever the same fonts are installed.
/// Error not_found: no font of that family is installed, or it has no such face.
Result<FontFile> font_file(const std::string& family, bool bold, bool italic);

}  // namespace blogbind::media
