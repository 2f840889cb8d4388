// The two things that a photograph's metadata says about how it is to be shown.
#pragma once

#include <string_view>

namespace blogbind::media {

/// The orientation, 1 to 8, in the data of a JPEG's APP1 marker; 1 if there is none, or if it makes no sense.
int exif_orientation(std::string_view app1);
/// Whether the beginning of an ICC profile describes the colours that every screen takes for granted.
bool is_srgb_profile(std::string_view profile);

}  // namespace blogbind::media
