// File names and ids of chapters. They come from the post alone, never from its place in the book, so that a reader's
// bookmarks survive when another post is added.
#pragma once

#include <set>
#include <string>

#include "model/post.h"

namespace blogbind::compose {

/// Files and ids of one post's documents.
struct ChapterName {
    std::string stem;     ///< "2024-05-03-night-ferry-to-busan"
    std::string id_stem;  ///< "2024-05-03", "2024-05-03-2" for a second post of that day

    /// `part` counts from 1. "_" sorts behind ".", so that continuations stand behind the beginning.
    [[nodiscard]] std::string file(int part = 1) const;
    [[nodiscard]] std::string id(int part = 1) const;
    [[nodiscard]] std::string comments_file(int part = 1) const;
    [[nodiscard]] std::string comments_id(int part = 1) const;
};

/// Gives every post of one book a name that no other has.
class Names {
  public:
    ChapterName give(const Post& post);

  private:
    std::set<std::string> stems_, ids_;
};

}  // namespace blogbind::compose
