#include "source/blogger_feed.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

#include "base/text.h"
#include "source/given_fields.h"
#include "source/live_api.h"
#include "source/page_signs.h"

namespace blogbind {
namespace {

constexpr std::size_t posts_at_once = 150, comments_at_once = 200, most_comments = 20000;
constexpr std::string_view posts_path = "/feeds/posts/default", label_path = "/search/label/";

/// The feed's way to write an element's text.
std::string text_of(const Json& object, std::string_view name) { return std::string(object[name].text("$t")); }

/// "99" of "tag:blogger.com,1999:blog-1.post-99".
std::string number_in(std::string_view id) {
    const std::size_t at = id.rfind('-');
    return std::string(at == std::string_view::npos ? id : id.substr(at + 1));
}

std::string_view link_of(const Json& entry, std::string_view relation) {
    if (const Json::Array* links = entry["link"].array())
        for (const Json& link : *links)
            if (link.text("rel") == relation) return link.text("href");
    return {};
}

const Json& first_author(const Json& entry) {
    static const Json none;
    const Json::Array* authors = entry["author"].array();
    return authors == nullptr || authors->empty() ? none : authors->front();
}

/// "55" of ".../77/comments/default/55?v=2": what the comment answers.
std::optional<std::string> answered_comment(const Json& entry) {
    constexpr std::string_view mark = "/comments/default/";
    const std::string_view link = link_of(entry, "related");
    const std::size_t at = link.rfind(mark);
    if (at == std::string_view::npos) return std::nullopt;
    const std::string_view rest = link.substr(at + mark.size());
    return std::string(rest.substr(0, rest.find_first_of("?#")));
}

bool is_removed(const Json& entry) {
    const Json::Array* properties = entry["gd$extendedProperty"].array();
    return properties != nullptr && std::ranges::any_of(*properties, [](const Json& property) {
               return property.text("name") == "blogger.contentRemoved" && property.text("value") == "true";
           });
}

/// The feed of posts is asked for until nothing comes; that of a post's comments tells reliably how many there are.
enum class Length { unknown, told };

std::optional<Batch> entries_in(std::string_view answer, Length length) {
    const auto json = parse_json(answer);
    if (!json || (*json)["feed"].object() == nullptr) return std::nullopt;
    const Json& feed = (*json)["feed"];
    if (feed["entry"].is_null()) return Batch{};  // missing where there are none
    return batch_in(feed, "entry", length == Length::told ? feed["openSearch$totalResults"]["$t"] : Json());
}

BatchPlan plan_for(std::string feed, std::size_t most, std::size_t limit, Length length) {
    return {.most = most,
            .limit = limit,
            .address =
                [feed = std::move(feed)](std::size_t start, std::size_t count) {
                    return Url::parse(fmt::format("{}?alt=json&v=2&orderby=published&start-index={}&max-results={}",
                                                  feed, start + 1, count));
                },
            .batch = [length](std::string_view answer) { return entries_in(answer, length); }};
}

Comment comment_of(const Json& entry, const std::string& writer, std::string_view where, Report& report) {
    Comment comment;
    comment.id = number_in(text_of(entry, "id"));
    comment.parent = answered_comment(entry);
    comment.author = plain_title(text_of(first_author(entry), "name"));
    const std::string address = text_of(first_author(entry), "uri");
    if (const auto url = Url::parse(address); url && url->is_web()) comment.author_url = url->text();
    comment.by_post_author = !address.empty() && address == writer;
    comment.published = parse_date(text_of(entry, "published"));
    comment.removed = is_removed(entry);
    if (!comment.removed) comment.body = parsed_content(text_of(entry, "content"), where, report);
    return comment;
}

/// What all posts of a blog share.
struct BloggerBlog {
    std::string title, description, origin;
    std::optional<Url> home;
    Fetcher& fetcher;
    bool wants_comments;
};

/// All or none: the post's page has what cannot be had here.
void take_comments(const BloggerBlog& blog, const Json& post, Given& given, Report& report) {
    if (!blog.wants_comments) given.comments_declared = 0;
    if (!given.comments_declared || *given.comments_declared == 0) return;
    const std::string feed = fmt::format("{}/feeds/{}/comments/default", blog.origin, number_in(text_of(post, "id")));
    const std::string writer = text_of(first_author(post), "uri");
    std::set<std::string> known;
    const auto failures = visit_batches(plan_for(feed, comments_at_once, most_comments, Length::told), blog.fetcher,
                                        [&](const LiveItem& item) {
                                            Comment comment = comment_of(item.json, writer, given.title, report);
                                            if (!known.insert(comment.id).second) return false;
                                            given.comments.push_back(std::move(comment));
                                            return true;
                                        });
    if (!failures.empty()) given.comments.clear();
}

Given given_by(const BloggerBlog& blog, const LiveItem& item, Report& report) {
    const Json& post = item.json;
    Given given;
    given.title = plain_title(text_of(post, "title"));
    if (std::string author = plain_title(text_of(first_author(post), "name")); !author.empty())
        given.authors.push_back(std::move(author));
    if (const Json::Array* categories = post["category"].array())
        for (const Json& category : *categories) given.tags.push_back(plain_title(category.text("term")));
    given.published = parse_date(text_of(post, "published"));
    given.updated = parse_date(text_of(post, "updated"));
    given.place = text_of(post, "georss$featurename");
    given.site_title = blog.title;
    given.site_description = blog.description;
    given.site_url = blog.home;
    const bool is_whole = post["content"].object() != nullptr;
    given.extent = is_whole ? Extent::whole : Extent::excerpt;
    given.content = parsed_content(text_of(post, is_whole ? "content" : "summary"), given.title, report);
    given.comments_declared = count_in(post["thr$total"]["$t"]);
    take_provenance(item, given);
    take_comments(blog, post, given, report);
    return given;
}

}  // namespace

std::optional<Url> blogger_feed_of(const PagePart& page) {
    if (!page.url || generator_of(page) != "blogger") return std::nullopt;
    std::string path(posts_path);
    const std::string named = page.url->path();
    if (named.starts_with(label_path))
        path += "/-/" + named.substr(label_path.size());
    else if (named != "/" && !named.ends_with(".html"))
        return std::nullopt;  // a month or a search: the feed of all posts is something else
    return Url::parse(page.url->origin() + path + "?alt=json&max-results=1");
}

Result<Listing> read_blogger_feed(const Response& answer, const Reading& reading) {
    const auto json = parse_json(answer.body);
    if (!json || (*json)["feed"].object() == nullptr)
        return fail(ErrorKind::unreadable, answer.url.text() + " is no feed of Blogger’s");
    const Json& feed = (*json)["feed"];
    const auto blog = std::make_shared<const BloggerBlog>(
        BloggerBlog{plain_title(text_of(feed, "title")), plain_title(text_of(feed, "subtitle")), answer.url.origin(),
                    Url::parse(link_of(feed, "alternate")), reading.fetcher, reading.options.wants_comments});
    ExportedBlog listed{blog->title, blog->home, {}, {}};
    std::set<std::string> known;
    const BatchPlan plan =
        plan_for(answer.url.without_query().text(), posts_at_once, reading.options.max_posts, Length::unknown);
    auto failures = visit_batches(plan, reading.fetcher, [&](LiveItem item) {
        const auto link = Url::parse(link_of(item.json, "alternate"));
        if (!link || !known.insert(same_page_key(*link)).second) return false;
        const auto held = std::make_shared<const LiveItem>(std::move(item));
        listed.posts.push_back(
            {plain_title(text_of(held->json, "title")), link, parse_date(text_of(held->json, "published")),
             [blog, held](Report& report) { return Result<Given>(given_by(*blog, *held, report)); }});
        return true;
    });
    return live_listing(std::move(listed), SourceKind::blogger_feed, answer.url, std::move(failures), reading);
}

}  // namespace blogbind
