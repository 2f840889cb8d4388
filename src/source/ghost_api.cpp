#include "source/ghost_api.h"

#include <fmt/format.h>

#include <memory>
#include <set>
#include <utility>

#include "base/text.h"
#include "source/feed_rss.h"
#include "source/ghost_comments.h"
#include "source/given_fields.h"
#include "source/live_api.h"
#include "source/page_signs.h"

namespace blogbind {
namespace {

constexpr std::size_t posts_at_once = 100;

/// What all posts of a blog share.
struct GhostBlog {
    std::string title, description;
    std::string address;  ///< ends in a slash
    Fetcher& fetcher;
    bool wants_comments;
};

std::vector<std::string> names_in(const Json& list) {
    std::vector<std::string> names;
    if (const Json::Array* items = list.array())
        for (const Json& item : *items)
            // a tag whose name begins with # is the writer's own, and not shown
            if (std::string name = plain_title(item.text("name")); !name.empty() && !name.starts_with('#'))
                names.push_back(std::move(name));
    return names;
}

/// Where they cannot be had, as a blog keeps them for its members, the post's page may say how many there are.
void take_comments(const GhostBlog& blog, const Json& post, Given& given, Report& report) {
    if (!blog.wants_comments) given.comments_declared = 0;
    if (!blog.wants_comments) return;
    GhostComments read = ghost_comments({blog.address, id_text(post["id"])}, blog.fetcher, given.title, report);
    given.comments = std::move(read.comments);
    if (read.failure.empty()) given.comments_declared = static_cast<int>(given.comments.size());
}

/// Whoever has only the key is given the beginning of what is for members, if anything.
bool is_for_members(const Json& post) {
    const bool* access = post["access"].boolean();
    return access != nullptr && !*access;
}

Given given_by(const GhostBlog& blog, const LiveItem& item, Report& report) {
    const Json& post = item.json;
    Given given;
    given.title = plain_title(post.text("title"));
    given.subtitle = plain_title(post.text("custom_excerpt"));
    given.authors = names_in(post["authors"]);
    given.tags = names_in(post["tags"]);
    given.published = parse_date(post.text("published_at"));
    given.updated = parse_date(post.text("updated_at"));
    given.language = post.text("locale");
    given.site_title = blog.title;
    given.site_description = blog.description;
    given.site_url = Url::parse(blog.address);
    given.content = parsed_content(post.text("html"), given.title, report);
    if (is_for_members(post))
        report.add(IssueCode::post_truncated, post.text("url"), "the rest is for subscribers only");
    given.lead_image =
        picture_at(post.text("feature_image"), post.text("feature_image_alt"), post.text("feature_image_caption"));
    take_provenance(item, given);
    take_comments(blog, post, given, report);
    return given;
}

Result<Listing> read_api(const Response& answer, const Feed& feed, const Reading& reading) {
    std::string address = answer.url.without_query().without_fragment().text();
    address.erase(address.rfind("rss"));
    const auto blog = std::make_shared<const GhostBlog>(GhostBlog{plain(feed.title), plain(feed.description), address,
                                                                  reading.fetcher, reading.options.wants_comments});
    const std::string list = fmt::format("{}ghost/api/content/posts/?key={}&include=authors,tags&formats=html", address,
                                         reading.options.ghost_key);
    ExportedBlog listed{blog->title, Url::parse(address), {}, {}};
    std::set<std::string> known;
    auto failures = visit_batches(
        ghost_plan(list, "posts", posts_at_once, reading.options.max_posts), reading.fetcher, [&](LiveItem item) {
            const auto link = Url::parse(item.json.text("url"));
            if (!link || !known.insert(same_page_key(*link)).second) return false;
            if (is_for_members(item.json) && item.json.text("html").empty()) {
                reading.report.add(IssueCode::post_unreachable, link->text(), "is for subscribers only");
                return true;
            }
            const auto held = std::make_shared<const LiveItem>(std::move(item));
            listed.posts.push_back(
                {plain_title(held->json.text("title")), link, parse_date(held->json.text("published_at")),
                 [blog, held](Report& report) { return Result<Given>(given_by(*blog, *held, report)); }});
            return true;
        });
    return live_listing(std::move(listed), SourceKind::ghost, *Url::parse(address), std::move(failures), reading);
}

}  // namespace

std::optional<Url> ghost_feed_of(const PagePart& page) {
    if (!page.url || !generator_of(page).starts_with("ghost")) return std::nullopt;
    std::optional<Url> feed;
    markup::each_element(page.document.root(), [&](const markup::Element& element) {
        if (!feed && markup::is_named(element, "link") && markup::attribute(element, "type") == "application/rss+xml")
            feed = page.url->resolve(markup::attribute(element, "href"));
    });
    return feed ? feed : Url::parse(page.url->origin() + "/rss/");
}

Result<Listing> read_ghost(const Response& answer, const Reading& reading) {
    if (reading.options.ghost_key.empty() || answer.url.path().find("rss") == std::string::npos)
        return read_feed(answer, parse_rss, reading);
    Feed feed;
    if (const Status status = parse_rss(answer.body, answer.url, feed); !status) return fail(status.error());
    return read_api(answer, feed, reading);
}

}  // namespace blogbind
