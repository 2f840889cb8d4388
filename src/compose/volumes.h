// Which posts stand in which volume, where they are too many for one book.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "compose/compose.h"
#include "model/entry.h"
#include "model/post.h"
#include "model/resource.h"

namespace blogbind::compose {

struct Division {
    enum class By { year, posts, size };
    By by = By::year;
    std::size_t most = 0;  ///< posts of a volume, or bytes of its file; of no use for years
};

struct VolumePosts {
    int number = 1;                  ///< from 1, or the year
    std::vector<std::size_t> posts;  ///< indices, in reading order; never empty
};

/// The volumes in their order; one with number 1 if they go by years and no post has a date. By years a post without a
/// date goes with the one before it, at the beginning with the one behind. By size a volume closes before its estimated
/// size passes `most`; only a single post may pass it. REQUIRES: `posts` are embedded, in reading order, not empty.
std::vector<VolumePosts> divided_into_volumes(std::span<const Post> posts, const Division& division, Comments comments,
                                              std::span<const Resource> pictures);

/// The options for volume 1 of the work that all `posts` are; for the others the number is to be changed.
BookOptions volume_options(const std::vector<Post>& posts, const Listing& listing, const BookOptions& options);

}  // namespace blogbind::compose
