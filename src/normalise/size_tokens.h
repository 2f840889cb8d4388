// The ways in which addresses of pictures spell a size: "-1024x768.jpg", "/s320/", "=w640-h480", "w_1456", "500w".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace blogbind::normalise {

/// Digits at the beginning of `text` as a number; 0 if there are none or more than six.
int leading_number(std::string_view text);

struct SizeSuffix {
    std::size_t at;   ///< where "-1024x768" begins
    std::size_t end;  ///< and ends
    int width;
};
/// "-WxH" directly before the extension.
std::optional<SizeSuffix> size_suffix(std::string_view path);

/// The part of a Google photo address that gives the size, "s320" or "w640-h480-c": after the last "=" or a whole path
/// segment.
struct SizeToken {
    std::size_t at, length;
    int width;
};
std::optional<SizeToken> google_token(std::string_view path);

/// The largest width that a token of any of these kinds states; 0 if there is none.
int token_width(std::string_view path);

}  // namespace blogbind::normalise
