// What looks as if it had run from one post into another: the last look at what was read.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "base/report.h"
#include "model/post.h"

namespace blogbind::extract {

struct Bleed {
    std::size_t post;       ///< index of the first post that holds it
    std::string text;       ///< how it begins
    std::size_t posts;      ///< how many posts hold it
    bool is_title = false;  ///< it is a heading, and another post's title
};

/// Blocks of at least forty letters that stand in several posts, and headings that are other posts' titles; in reading
/// order. Nothing is changed: authors repeat themselves, too.
std::vector<Bleed> find_bleed(std::span<const Post> posts);

/// Adds what is most likely the page's: headings that are other posts' titles, and what stands in half of all posts and
/// in three at least.
void report_bleed(std::span<const Post> posts, Report& report);

/// What is odd about it, in a few words for people.
std::string bleed_detail(const Bleed& bleed);

}  // namespace blogbind::extract
