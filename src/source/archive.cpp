#include "source/archive.h"

#include <algorithm>
#include <set>

#include "source/fetch_page.h"

namespace blogbind {
namespace {

/// How many posts of the page were not listed before.
std::size_t add_posts(BlogArchive& archive, std::vector<ListedPost> posts, std::set<std::string>& keys,
                      std::size_t limit) {
    std::size_t added = 0;
    for (ListedPost& post : posts) {
        if (archive.posts.size() >= limit) break;
        if (!keys.insert(same_page_key(post.url)).second) continue;
        post.page = archive.pages;
        archive.posts.push_back(std::move(post));
        ++added;
    }
    return added;
}

bool is_done(const BlogArchive& archive, const ArchiveLimits& limits) {
    if (archive.pages >= limits.pages || archive.posts.size() >= limits.posts) return true;
    return limits.is_enough && limits.is_enough(archive);
}

/// On a home page without the blog's name the first heading may be a post's; the window's title is the blog's, then.
void take_name(const std::string& window_title, BlogArchive& archive) {
    const bool is_home = archive.address.path() == "/" && !archive.address.query();
    const bool is_post = std::ranges::find(archive.posts, archive.title, &ListedPost::title) != archive.posts.end();
    if (is_home && is_post && !window_title.empty()) archive.title = window_title;
}

}  // namespace

BlogArchive read_archive(PagePart first, Site& site, Fetcher& fetcher, const ArchiveLimits& limits, Report& report) {
    BlogArchive archive{archive_title(first, extract::read_metadata(first.document.root(), nullptr, first.url)),
                        first.url->without_fragment(),
                        {},
                        1};
    std::set<std::string> keys, visited{first.url->without_fragment().text()};
    const markup::Element* window = markup::first_descendant(first.document.root(), "title");
    const std::string window_title = window != nullptr ? markup::collapsed_text(*window) : std::string();
    PagePart page = std::move(first);
    for (;;) {
        if (add_posts(archive, listed_posts(page, site), keys, limits.posts) == 0) break;
        const auto older = older_page(page, site);
        if (!older || is_done(archive, limits) || !visited.insert(older->text()).second) break;
        auto fetched = fetch_part(*older, PageRole::post, fetcher, report, limits.rules);
        if (!fetched) {
            report.add(IssueCode::listing_incomplete, older->text(), fetched.error().message);
            break;
        }
        page = *std::move(fetched);
        if (!site.has(*page.url) || !visited.insert("final " + page.url->without_fragment().text()).second) break;
        ++archive.pages;
    }
    take_name(window_title, archive);
    return archive;
}

}  // namespace blogbind
