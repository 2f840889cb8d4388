// The chapters of a large book stand in parts.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/book.h"
#include "model/post.h"

namespace blogbind::compose {

/// By what chapters are put together; `automatic`: by the first of the three that suits a book of many chapters.
enum class Grouping { automatic, series, place, year, none };

/// What each post's part would be called; a post that tells nothing goes with the one before it, at the beginning with
/// the first that does. All empty if none does.
std::vector<std::string> part_names(std::span<const Post> posts, Grouping grouping);

/// The parts' beginnings as indices of posts with their names; none if the book is small or would fall to pieces.
struct PartStart {
    std::size_t post = 0;
    std::string key;    ///< "2019", "Vietnam"
    std::string title;  ///< "2019", "2019年"
};
std::vector<PartStart> divided_into_parts(std::span<const Post> posts, Grouping grouping, std::string_view language);

/// `first_chapters`: of each post.
std::vector<Part> parts_of(const std::vector<PartStart>& starts, std::span<const std::size_t> first_chapters);

}  // namespace blogbind::compose
