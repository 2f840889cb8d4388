// From what a server sent to what an author wrote. Pure: which further pages are needed is a question (wanted), asked
// again after each answer by whoever fetches.
#pragma once

#include <string>
#include <vector>

#include "base/report.h"
#include "base/result.h"
#include "model/entry.h"
#include "model/page.h"
#include "model/post.h"

namespace blogbind::extract {

enum class PageKind {
    post,     ///< one post (or page) stands in the middle
    listing,  ///< several posts, whole or as teasers
    login,    ///< a login, password, consent or bot-check page: never bound
    error,    ///< "not found" in spite of status 200
    other,    ///< nothing that looks like a post
};
PageKind page_kind(const PagePart& part);

struct WantedPage {
    PageRole role;
    Url url;
};
/// Pages that belong to the post and are not in `page` yet: its second page, its comment pages. Empty when all are
/// there. At most 500 in all for one post.
std::vector<WantedPage> wanted(const Page& page);

/// Error unreadable: there is no post in the page. Losses (comments that the blog counts, but does not show) go to
/// the report. The body is cut out of its furniture, but not yet normalised.
Result<Post> extract_post(const Entry& entry, const Page& page, Report& report);

}  // namespace blogbind::extract
