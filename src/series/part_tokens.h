// Part numbers in titles: "Part B", "Teil 3", "2/5", "第3回", "Day 12", in the languages that blogs are written in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/entry.h"

namespace blogbind::series {

struct TitleParts {
    std::string stem;                    ///< title before the part token, folded, for comparing
    std::string name;                    ///< the same as written: "Kestrel Coast"
    std::optional<PartNumber> part;
};
TitleParts read_title(std::string_view title);
/// Whether two stems name the same series: equal, contained with two words or more, or four fifths of their words.
bool same_stem(std::string_view a, std::string_view b);

}  // namespace blogbind::series
