// What the address of a picture tells: whether it is one, how wide it is, and where the original may be.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "net/url.h"

namespace blogbind::normalise {

/// Addresses at which the same picture may be had larger or in the form it was stored, most original first. They are
/// guesses by rules about hosts and paths, and may not exist. Empty if no rule knows the address.
std::vector<Url> original_addresses(const Url& url);

/// The width in pixels that the address states; 0 if it states none.
int width_in_address(const Url& url);

/// "harbour" for ".../Harbour-1024x768.jpg?w=300": equal for all sizes of one picture.
std::string picture_name(const Url& url);

/// Whether the path ends like an image file.
bool names_image(std::string_view path);

/// Blank, blurred and loading pictures that stand in for the real one.
bool is_placeholder(std::string_view address);

/// Counting pixels, spacers, buttons and avatars, by host or path.
bool is_furniture_image(const Url& url);

}  // namespace blogbind::normalise
