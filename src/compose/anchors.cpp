#include "compose/anchors.h"

#include <fmt/format.h>

#include <iterator>

#include "base/text.h"

namespace blogbind::compose {

std::string comment_anchor(std::string_view comment_id) {
    std::string anchor = "comment-";
    for (const char c : comment_id) {
        if (is_ascii_alpha(c) || is_ascii_digit(c) || c == '-' || c == '.')
            anchor += c;
        else
            fmt::format_to(std::back_inserter(anchor), "_{:02x}", static_cast<unsigned char>(c));
    }
    return anchor;
}

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

}  // namespace blogbind::compose
