// What the user puts before the first chapter.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/book.h"
#include "model/post.h"

namespace blogbind::compose {

struct FrontPost {
    FrontKind kind = FrontKind::introduction;
    bool has_title = false;  ///< else the post's title is only the name of its file
    Post post;               ///< embedded
};

/// In their order; a long one is several. Files and ids are named after the kind: "front_preface", "front_preface_2".
std::vector<FrontPage> front_pages(std::span<const FrontPost> posts, std::string_view book_language);

}  // namespace blogbind::compose
