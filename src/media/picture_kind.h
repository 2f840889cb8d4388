// What a file is, by its first bytes: servers and names say anything.
#pragma once

#include <string_view>

namespace blogbind::media {

enum class PictureKind { none, jpeg, other };  ///< other: PNG, GIF, WebP, AVIF, HEIC, TIFF, SVG

PictureKind picture_kind(std::string_view bytes);
/// What was sent instead, for people: "is a web page", "is empty", "is no picture".
std::string_view not_a_picture(std::string_view bytes);

}  // namespace blogbind::media
