// What was read becomes one book, or one for each volume.
#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "base/report.h"
#include "base/result.h"
#include "cli/options.h"
#include "media/embedder.h"
#include "model/book.h"
#include "model/entry.h"
#include "model/post.h"
#include "model/resource.h"

namespace blogbind::cli {

/// What became of one post on the way.
struct PostOutcome {
    std::vector<Issue> losses;  ///< with those of unreadable posts before it, back to the last that was read
    media::ImageCounts pictures;
};

/// Everything that books are made of.
struct Material {
    std::vector<compose::FrontPost> front;  ///< embedded; each volume has them
    std::vector<Post> posts;                ///< embedded, in reading order; not empty
    std::vector<PostOutcome> outcomes;      ///< one for each post
    std::vector<Resource> resources;
    std::vector<Issue> losses;         ///< all of them, in the report's order
    std::vector<Issue> shared_losses;  ///< those among them that are of no post
};

/// Called with each book and the file that it is to be; "-": standard output.
using TakeBook = std::function<Status(Book book, const std::filesystem::path& path)>;

/// Composes the book, or by --split one book after the other, whose links to the others' posts stay addresses. An error
/// of `take` ends it.
Status each_book(Material material, const Listing& listing, const Options& options, const TakeBook& take);

}  // namespace blogbind::cli
