#include "source/archive_search.h"

#include <algorithm>

#include "source/fetch_page.h"

namespace blogbind {
namespace {

constexpr std::size_t most_pages = 20;  // of one archive
constexpr std::size_t most_categories = 3;

using Likeness = SeriesMembers::Likeness;

bool has_all_gaps(const BlogArchive& archive, const SeriesMembers& members) {
    const std::vector<int> gaps = members.gaps();
    return !gaps.empty() && std::all_of(gaps.begin(), gaps.end(), [&](int gap) {
        return std::any_of(archive.posts.begin(), archive.posts.end(), [&](const ListedPost& post) {
            const series::TitleParts title = series::read_title(post.title);
            return members.resembles(title, Likeness::same) && series::place_of(*title.part) == gap;
        });
    });
}

std::string place_of(const BlogArchive& archive) {
    if (archive.address.path() == "/") return "on the blog’s list of posts";
    return "in the category “" + archive.title + "”";
}

}  // namespace

std::vector<Url> archives_to_search(const SeriesMembers& members, const Site& site, const Url& start) {
    std::vector<Url> archives;
    for (const Member& member : members.all())
        for (const Url& url : member.facts.metadata.category_urls)
            if (archives.size() < most_categories && site.has(url) &&
                std::find(archives.begin(), archives.end(), url) == archives.end())
                archives.push_back(url);
    const auto& home = members.all().front().facts.metadata.site_url;
    if (const auto url = home && site.has(*home) ? home : Url::parse(start.origin() + "/")) archives.push_back(*url);
    return archives;
}

std::optional<BlogArchive> searched_archive(const Url& url, const SeriesMembers& members, Site& site,
                                            Fetcher& fetcher) {
    Report own;
    auto first = fetch_part(url, PageRole::post, fetcher, own);
    if (!first || !site.has(*first->url)) return std::nullopt;
    ArchiveLimits limits;
    limits.pages = most_pages;
    limits.is_enough = [&members](const BlogArchive& archive) { return has_all_gaps(archive, members); };
    return read_archive(*std::move(first), site, fetcher, limits, own);
}

void propose(const BlogArchive& archive, const SeriesMembers& members, Likeness likeness, Candidates& candidates) {
    constexpr int part_in_archive = 12;  // a part title, and a category in common
    for (const ListedPost& post : archive.posts)
        if (members.resembles(series::read_title(post.title), likeness))
            candidates.add(post.url, post.title, series::EvidenceKind::part_title, part_in_archive,
                           "same series " + place_of(archive));
}

}  // namespace blogbind
