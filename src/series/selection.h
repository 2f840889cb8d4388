// Which posts of a source the user wants.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "model/entry.h"
#include "model/post.h"

namespace blogbind::series {

/// Empty members select everything. Within one member any value suffices; all members must agree.
struct Selection {
    std::optional<DateTime> since, until;  ///< whole days, both included
    std::vector<std::string> tags;         ///< tags and categories, without regard to case
    std::vector<std::string> authors;
    std::vector<std::string> match, exclude;  ///< POSIX extended regular expressions on titles, without regard to case
    std::size_t max_posts = 0;                ///< 0: no limit
};

/// Error usage: not a regular expression.
Status check_pattern(const std::string& pattern);
/// False if what the listing tells of the entry already rules it out; saves fetching it.
bool may_select(const Selection& selection, const Entry& entry);
/// All but the authors, since those depend on what else there is: see keep_authors.
bool selects(const Selection& selection, const Post& post);
/// Keeps only the posts by one of `authors`, if there are any; else all.
void keep_authors(std::vector<Post>& posts, const std::vector<std::string>& authors);

}  // namespace blogbind::series
