#include "source/archive.h"

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

}  // namespace

BlogArchive read_archive(PagePart first, Site& site, Fetcher& fetcher, const ArchiveLimits& limits, Report& report) {
    BlogArchive archive{archive_title(first, extract::read_metadata(first.document.root(), nullptr, first.url)),
                        first.url->without_fragment(),
                        {},
                        1};
    std::set<std::string> keys, visited{first.url->without_fragment().text()};
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
    return archive;
}

}  // namespace blogbind
