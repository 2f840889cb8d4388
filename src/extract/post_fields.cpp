#include "extract/post_fields.h"

#include <algorithm>
#include <utility>

#include "base/date.h"
#include "base/text.h"
#include "base/utf8.h"
#include "extract/comments.h"
#include "net/url.h"

namespace blogbind::extract {

namespace {

/// Why there are fewer comments than there should be; empty if there are not.
std::string lack_of_comments(std::optional<int> declared, int found, const std::string& missing_pages) {
    if (!declared || *declared <= found) return missing_pages;
    return "the blog counts " + std::to_string(*declared) + (*declared == 1 ? " comment, but " : " comments, but ") +
           (found == 0 ? "none was" : std::to_string(found) + (found == 1 ? " was" : " were")) + " found" +
           (missing_pages.empty() ? "" : ", and " + missing_pages);
}

}  // namespace

std::string title_instead(const Entry& entry, const Post& post) {
    if (!entry.title.empty()) return entry.title;
    if (post.published) return iso_day(*post.published);
    if (!post.permalink) return "…";
    const std::string name = repaired_utf8(last_path_segment(*post.permalink)).text;
    return trimmed(name).empty() ? readable(*post.permalink) : name;
}

void take_comments(std::vector<std::vector<Comment>> pages, std::optional<int> declared,
                   const std::string& missing_pages, std::string_view where, Post& post, Report& report) {
    post.comments = merged_comments(std::move(pages));
    const auto written = std::ranges::count_if(post.comments, [](const Comment& comment) {
        return comment.kind == CommentKind::comment && !comment.removed;  // only its place is left
    });
    // some themes count what this one page shows: a number below what was found says nothing
    if (declared && *declared >= written) post.comments_declared = declared;
    const std::string lack = lack_of_comments(declared, static_cast<int>(post.comments.size()), missing_pages);
    if (!lack.empty()) report.add(IssueCode::comments_incomplete, where, lack);
}

}  // namespace blogbind::extract
