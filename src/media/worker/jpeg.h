// JPEG in, JPEG out, without ever making pixels of it: the planes that the file stores are reduced as they are.
#pragma once

#include <string_view>

#include "base/result.h"
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

}  // namespace blogbind::media
