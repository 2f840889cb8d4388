// JPEG in, JPEG out, without ever making pixels of it: the planes that the file stores are reduced as they are.
#pragma once

#include <string_view>

#include "base/result.h"
#include "media/worker/geometry.h"
#include "media/worker/planes.h"
#include "media/workshop.h"

namespace blogbind::media {

enum class JpegKind {
    plain,   ///< grey, or YCbCr in sRGB: ours
    exotic,  ///< CMYK, RGB, or colours by a profile: somebody else must convert them
    broken,
};
JpegKind jpeg_kind(std::string_view bytes);

/// REQUIRES: jpeg_kind(bytes) is plain. A file that fits as it is keeps its coefficients and loses only its metadata.
Result<Picture> convert_jpeg(std::string_view bytes, const PictureOrder& order);

/// Upright, and so large that it just covers `box`. Error: not a plain JPEG, or one much of which is missing.
Result<PlanarPicture> planes_covering(std::string_view bytes, Size box);
/// A baseline JPEG without metadata.
Result<std::string> jpeg_of(const PlanarPicture& picture, int quality);

}  // namespace blogbind::media
