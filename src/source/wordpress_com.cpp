#include "source/wordpress_com.h"

#include <fmt/format.h>

#include <memory>
#include <set>
#include <utility>

#include "base/text.h"
#include "source/given_fields.h"
#include "source/live_api.h"
#include "source/page_signs.h"

namespace blogbind {
namespace {

constexpr std::string_view sites = "https://public-api.wordpress.com/rest/v1.1/sites/";
constexpr std::size_t posts_at_once = 100, comments_at_once = 100, most_comments = 20000;

/// What all posts of a blog share.
struct Blog {
    std::string title, description, language;
    std::optional<Url> home;
    Url address;  ///< at the interface
    Fetcher& fetcher;
    bool wants_comments;
};

BatchPlan plan_for(std::string list, std::string_view member, std::size_t most, std::size_t limit) {
    return {.most = most,
            .limit = limit,
            .address =
                [list = std::move(list)](std::size_t start, std::size_t count) {
                    return Url::parse(fmt::format("{}?number={}&offset={}&order=ASC", list, count, start));
                },
            .batch = [member](std::string_view answer) -> std::optional<Batch> {
                const auto json = parse_json(answer);
                return json ? batch_in(*json, member, (*json)["found"]) : std::nullopt;
            }};
}

/// Categories and tags are objects by their names.
void add_terms(const Json& terms, std::vector<std::string>& tags) {
    if (const Json::Object* named = terms.object())
        for (const auto& [name, term] : *named)
            if (name != "Uncategorized") tags.push_back(plain_title(name));
}

bool is_protected(const Json& post) { return !post.text("password").empty() && post.text("content").empty(); }

CommentKind kind_of(std::string_view type) {
    if (type == "pingback") return CommentKind::pingback;
    return type == "trackback" ? CommentKind::trackback : CommentKind::comment;
}

Comment comment_of(const Json& reply, const std::string& writer, std::string_view where, Report& report) {
    Comment comment;
    comment.id = id_text(reply["ID"]);
    if (std::string parent = id_text(reply["parent"]["ID"]); !parent.empty()) comment.parent = std::move(parent);
    comment.author = plain_title(reply["author"].text("name"));
    if (const auto url = Url::parse(reply["author"].text("URL")); url && url->is_web())
        comment.author_url = url->text();
    comment.by_post_author = !writer.empty() && writer != "0" && id_text(reply["author"]["ID"]) == writer;
    comment.published = parse_date(reply.text("date"));
    comment.body = parsed_content(reply.text("content"), where, report);
    comment.likes = count_in(reply["like_count"]);
    comment.kind = kind_of(reply.text("type"));
    return comment;
}

/// All or none: the post's page has what cannot be had here.
void take_comments(const Blog& blog, const Json& post, Given& given, Report& report) {
    if (!blog.wants_comments) given.comments_declared = 0;
    if (!given.comments_declared || *given.comments_declared == 0) return;
    const std::string list = fmt::format("{}/posts/{}/replies/", blog.address.text(), id_text(post["ID"]));
    const std::string writer = id_text(post["author"]["ID"]);
    std::set<std::string> known;
    const auto failures = visit_batches(plan_for(list, "comments", comments_at_once, most_comments), blog.fetcher,
                                        [&](const LiveItem& item) {
                                            Comment comment = comment_of(item.json, writer, given.title, report);
                                            if (!known.insert(comment.id).second) return false;
                                            given.comments.push_back(std::move(comment));
                                            return true;
                                        });
    if (!failures.empty()) given.comments.clear();
}

std::vector<Url> aliases_of(const Json& post) {
    std::vector<Url> aliases;
    for (const char* name : {"short_URL", "guid"})
        if (auto other = Url::parse(post.text(name)); other && other->is_web()) aliases.push_back(*std::move(other));
    return aliases;
}

Given given_by(const Blog& blog, const LiveItem& item, Report& report) {
    const Json& post = item.json;
    Given given;
    given.title = plain_title(post.text("title"));
    if (std::string author = plain_title(post["author"].text("name")); !author.empty())
        given.authors.push_back(std::move(author));
    add_terms(post["categories"], given.tags);
    add_terms(post["tags"], given.tags);
    given.published = parse_date(post.text("date"));
    given.updated = parse_date(post.text("modified"));
    given.language = blog.language;
    given.site_title = blog.title;
    given.site_description = blog.description;
    given.site_url = blog.home;
    given.aliases = aliases_of(post);
    given.content = parsed_content(post.text("content"), given.title, report);
    given.lead_image = picture_at(post.text("featured_image"));
    const Json& discussion = post["discussion"];
    given.comments_declared = count_in(discussion["comment_count"]);
    const bool* open = discussion["comments_open"].boolean();
    given.comments_closed = open != nullptr && !*open;
    take_provenance(item, given);
    take_comments(blog, post, given, report);
    return given;
}

}  // namespace

std::optional<Url> wordpress_com_site(const PagePart& page) {
    const bool is_home = page.url && page.url->port() < 0 && page.url->path() == "/" && !page.url->query();
    if (!is_home || generator_of(page) != "wordpress.com") return std::nullopt;
    return Url::parse(std::string(sites).append(page.url->host()));
}

Result<Listing> read_wordpress_com(const Response& answer, const Reading& reading) {
    const auto site = parse_json(answer.body);
    if (!site || site->text("URL").empty())
        return fail(ErrorKind::unreadable, answer.url.text() + " is no blog at WordPress.com");
    const auto blog = std::make_shared<const Blog>(Blog{
        plain_title(site->text("name")), plain_title(site->text("description")), std::string(site->text("lang")),
        Url::parse(site->text("URL")), answer.url.without_query(), reading.fetcher, reading.options.wants_comments});
    ExportedBlog listed{blog->title, blog->home, {}, {}};
    std::set<std::string> known;
    const BatchPlan plan =
        plan_for(blog->address.text() + "/posts/", "posts", posts_at_once, reading.options.max_posts);
    auto failures = visit_batches(plan, reading.fetcher, [&](LiveItem item) {
        const auto link = Url::parse(item.json.text("URL"));
        if (!link || !known.insert(same_page_key(*link)).second) return false;
        if (is_protected(item.json)) {
            reading.report.add(IssueCode::post_unreachable, link->text(), "is protected by a password");
            return true;
        }
        const auto held = std::make_shared<const LiveItem>(std::move(item));
        listed.posts.push_back({plain_title(held->json.text("title")), link, parse_date(held->json.text("date")),
                                [blog, held](Report& report) { return Result<Given>(given_by(*blog, *held, report)); },
                                aliases_of(held->json)});
        return true;
    });
    return live_listing(std::move(listed), SourceKind::wordpress_com, blog->home.value_or(answer.url),
                        std::move(failures), reading);
}

}  // namespace blogbind
