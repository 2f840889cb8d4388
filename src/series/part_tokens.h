// Part numbers in titles: "Part B", "Teil 3", "2/5", "第3回", "Day 12", in the languages that blogs are written in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/entry.h"

namespace blogbind::series {

struct TitleParts {
    std::string stem;  ///< title before the part token, folded, for comparing
    std::string name;  ///< the same as written: "Kestrel Coast"
    std::optional<PartNumber> part;
    bool is_bare = false;  ///< nothing but a space sets the number apart: "Lunch at Pier 39" may be no part at all
};
TitleParts read_title(std::string_view title);
/// Whether two stems name the same series: equal, contained with two words or more, or four fifths of their words.
/// Numbers in them must be the same: "Japan 2018" is not "Japan 2019".
bool same_stem(std::string_view a, std::string_view b);
/// The share of the words of the shorter stem that the other one has, 0 to 1; little words do not count.
double stem_overlap(std::string_view a, std::string_view b);

/// The number of a part that is only named in running text: "in Part A of this review". Nothing if it is named
/// otherwise than with a word like "part".
std::optional<PartNumber> named_part(std::string_view text);
/// 3 of "Part 3, Day 1"; nothing of an epilogue, which is the last part of however many.
std::optional<int> place_of(const PartNumber& part);
/// "Part C", "Part 3": what a part with this order is called in a series whose parts are labelled like `model`.
std::string part_name(const PartNumber& model, int order);

}  // namespace blogbind::series
