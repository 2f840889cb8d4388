// Part numbers in Chinese, Japanese and Korean titles, where words are not parted by spaces: 第三回, 前編, 2日目, 3편,
// (上).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace blogbind::series {

struct CjkPart {
    std::size_t begin = 0, end = 0;  ///< bytes of the title
    double value = 0;
    std::string label;  ///< the number as written
};
std::optional<CjkPart> find_cjk_part(std::string_view title);

}  // namespace blogbind::series
