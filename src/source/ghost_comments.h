// What members of a Ghost blog wrote below a post. Pages hold none of it: a script asks an interface for it that wants
// no key.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/report.h"
#include "model/comment.h"
#include "model/page.h"
#include "net/fetcher.h"
#include "source/live_api.h"

namespace blogbind {

struct GhostDiscussion {
    std::string blog;  ///< its address, which ends in a slash
    std::string post;  ///< its number
};

/// The discussion that the post's page loads; nothing if it loads none.
std::optional<GhostDiscussion> ghost_discussion(const PagePart& page);

struct GhostComments {
    std::vector<Comment> comments;
    std::string failure;  ///< why some could not be had; empty if all were
};

/// `where`: the post, for people.
GhostComments ghost_comments(const GhostDiscussion& discussion, Fetcher& fetcher, std::string_view where,
                             Report& report);

/// How lists of a Ghost blog's interfaces are asked for: by page.
BatchPlan ghost_plan(std::string list, std::string_view member, std::size_t most, std::size_t limit);

}  // namespace blogbind
