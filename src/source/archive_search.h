// Parts that no other part names, looked for in the blog's own lists of posts.
#pragma once

#include <optional>
#include <vector>

#include "net/fetcher.h"
#include "source/archive.h"
#include "source/candidates.h"
#include "source/series_members.h"

namespace blogbind {

/// Where to look, the likeliest first: the members' categories, then the blog's home page.
std::vector<Url> archives_to_search(const SeriesMembers& members, const Site& site, const Url& start);
/// As many of its pages as are needed. Nothing if it cannot be read: that is no loss, it was only one place to look.
std::optional<BlogArchive> searched_archive(const Url& url, const SeriesMembers& members, Site& site, Fetcher& fetcher);
/// Posts that are likely parts by their titles.
void propose(const BlogArchive& archive, const SeriesMembers& members, SeriesMembers::Likeness likeness,
             Candidates& candidates);

}  // namespace blogbind
