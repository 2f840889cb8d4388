// Every kind of picture but the plain JPEG.
#pragma once

#include <string_view>

#include "base/result.h"
#include "media/workshop.h"

namespace blogbind::media {

/// Loads the library and allows it only the kinds of files that blogs have. REQUIRES: called once, before the sandbox.
bool start_vips(const char* program);

Result<Picture> convert_picture(std::string_view bytes, const PictureOrder& order);
/// By the metadata of any kind of picture.
Whereabouts whereabouts_of(std::string_view bytes);

}  // namespace blogbind::media
