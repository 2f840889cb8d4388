#include "source/exported_posts.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "series/part_tokens.h"
#include "source/readers.h"

namespace blogbind {

std::string export_name(const Source& source) {
    return source.path.empty() ? "standard input" : source.path.filename().string();
}

Result<Listing> exported_listing(ExportedBlog blog, const Source& source, bool with_pages) {
    std::vector<ExportedPost> posts = std::move(blog.posts);
    if (with_pages || posts.empty()) std::ranges::move(blog.pages, std::back_inserter(posts));
    const std::string name = export_name(source);
    if (posts.empty())
        return fail(ErrorKind::unreadable,
                    blog.left_out == 0 ? name + " holds no posts"
                                       : fmt::format("{} holds no published posts; {} others can be had with --include",
                                                     name, blog.left_out));
    std::ranges::stable_sort(posts, [](const ExportedPost& a, const ExportedPost& b) {
        return a.published && b.published ? a.published->utc() < b.published->utc() : a.published && !b.published;
    });
    Listing listing{std::move(blog.title), std::move(blog.home), std::string(reader_of(source.kind).label), {}, {}};
    for (ExportedPost& post : posts) {
        Entry entry;
        entry.part = series::read_title(post.title).part;
        entry.permalink = std::move(post.permalink);
        entry.title = std::move(post.title);
        entry.published = post.published;
        entry.reason = "in the export “" + name + "”";
        entry.given = std::move(post.given);
        entry.aliases = std::move(post.aliases);
        listing.entries.push_back(std::move(entry));
    }
    return listing;
}

}  // namespace blogbind
