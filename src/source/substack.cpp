#include "source/substack.h"

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

// The server gives a dozen, however many are asked for.
constexpr std::size_t posts_at_once = 12;
constexpr int deepest_answer = 100;

/// What all posts of a publication share.
struct Publication {
    std::string title, origin;
    std::optional<Url> home;
    Fetcher& fetcher;
    bool wants_comments;
};

BatchPlan archive_plan(const std::string& origin, std::size_t limit) {
    return {.most = posts_at_once,
            .limit = limit,
            .address =
                [origin](std::size_t start, std::size_t count) {
                    return Url::parse(
                        fmt::format("{}/api/v1/archive?sort=new&search=&offset={}&limit={}", origin, start, count));
                },
            .batch = [](std::string_view answer) -> std::optional<Batch> {
                const auto json = parse_json(answer);
                if (!json || json->array() == nullptr) return std::nullopt;
                return Batch{*json->array(), std::nullopt};
            }};
}

std::vector<std::string> bylines(const Json& post) {
    std::vector<std::string> names;
    if (const Json::Array* list = post["publishedBylines"].array())
        for (const Json& byline : *list)
            if (std::string name = plain_title(byline.text("name")); !name.empty()) names.push_back(std::move(name));
    return names;
}

/// Comments hold their answers. Their text is plain, a line break is one.
class Conversation {
  public:
    Conversation(const Json& post, Given& given) : given_(given) {
        if (const Json::Array* list = post["publishedBylines"].array())
            for (const Json& byline : *list) writers_.insert(id_text(byline["id"]));
        writers_.erase(std::string());
    }

    void take(const Json& comments, const std::optional<std::string>& parent, int depth) {
        const Json::Array* list = comments.array();
        if (list == nullptr || depth > deepest_answer) return;
        for (const Json& told : *list) {
            Comment comment = comment_of(told);
            comment.parent = parent;
            const std::string id = comment.id;
            if (id.empty() || !known_.insert(id).second) continue;
            given_.comments.push_back(std::move(comment));
            take(told["children"], id, depth + 1);
        }
    }

  private:
    [[nodiscard]] Comment comment_of(const Json& told) const {
        Comment comment;
        comment.id = id_text(told["id"]);
        comment.author = collapsed(told.text("name"));
        comment.by_post_author = writers_.contains(id_text(told["user_id"]));
        comment.published = parse_date(told.text("date"));
        comment.likes = count_in(told["reaction_count"]);
        const bool* removed = told["deleted"].boolean();
        comment.removed = (removed != nullptr && *removed) || told["body"].is_null();
        if (comment.removed) return comment;
        const std::string_view text = told.text("body");
        for (const std::string_view line : split(text, '\n'))
            if (!trimmed(line).empty()) markup::append_element(comment.body.root(), "p", trimmed(line));
        return comment;
    }

    Given& given_;
    std::set<std::string> writers_, known_;
};

void take_comments(const Publication& publication, const Json& post, Given& given) {
    if (!publication.wants_comments) given.comments_declared = 0;
    if (!given.comments_declared || *given.comments_declared == 0) return;
    const auto answer =
        fetch_json(Url::parse(fmt::format("{}/api/v1/post/{}/comments?all_comments=true&sort=oldest_first",
                                          publication.origin, id_text(post["id"]))),
                   publication.fetcher);
    if (answer) Conversation(post, given).take(answer->json["comments"], std::nullopt, 0);
}

/// A post as the archive lists it.
struct ListedPost {
    std::string slug;
    std::optional<int> comments;
};

/// The page has what the interface does not give, but for the comments.
Given left_to_page(const ListedPost& listed) {
    Given given;
    given.extent = Extent::excerpt;
    given.comments_declared = listed.comments;
    return given;
}

/// Whoever does not subscribe is given the beginning of what is for subscribers; how long the whole is, is told.
bool is_cut(const Json& post, const markup::Body& content) {
    constexpr std::int64_t nearly = 9;  // tenths: words are counted in more than one way
    if (post.text("audience") == "everyone") return false;
    const std::string text = markup::block_text(content.root());
    const auto words = static_cast<std::int64_t>(split_words(text).size());
    const std::int64_t* whole = post["wordcount"].integer();
    return whole == nullptr || words * 10 < *whole * nearly;
}

Result<Given> given_by(const Publication& publication, const ListedPost& listed, Report& report) {
    const auto item =
        fetch_json(Url::parse(fmt::format("{}/api/v1/posts/{}", publication.origin, listed.slug)), publication.fetcher);
    if (!item) return left_to_page(listed);
    const Json& post = item->json;
    if (post.text("body_html").empty())
        return fail(ErrorKind::refused,
                    std::string(post.text("canonical_url")) +
                        (post.text("audience") == "everyone" ? " has no text" : " is for subscribers only"));
    Given given;
    given.title = plain_title(post.text("title"));
    given.subtitle = plain_title(post.text("subtitle"));
    given.authors = bylines(post);
    given.published = parse_date(post.text("post_date"));
    given.updated = parse_date(post.text("updated_at"));
    if (const Json::Array* tags = post["postTags"].array())
        for (const Json& tag : *tags) given.tags.push_back(plain_title(tag.text("name")));
    given.site_title = publication.title;
    given.site_url = publication.home;
    given.content = parsed_content(post.text("body_html"), given.title, report);
    if (is_cut(post, given.content))
        report.add(IssueCode::post_truncated, post.text("canonical_url"), "the rest is for subscribers only");
    given.lead_image = picture_at(post.text("cover_image"));
    given.comments_declared = count_in(post["comment_count"]);
    take_provenance(*item, given);
    take_comments(publication, post, given);
    return given;
}

/// The posts' writers tell which publication is theirs.
std::string publication_name(const Json::Array& posts) {
    const auto each = [](const Json& list, const auto& visit) {
        if (const Json::Array* items = list.array())
            for (const Json& item : *items) visit(item);
    };
    std::string name;
    for (const Json& post : posts)
        each(post["publishedBylines"], [&](const Json& writer) {
            each(writer["publicationUsers"], [&](const Json& role) {
                const Json& publication = role["publication"];
                if (name.empty() && id_text(publication["id"]) == id_text(post["publication_id"]))
                    name = plain_title(publication.text("name"));
            });
        });
    return name;
}

}  // namespace

std::optional<Url> substack_archive_of(const PagePart& page) {
    if (!page.url || (page.url->path() != "/" && !page.url->path().starts_with("/archive"))) return std::nullopt;
    if (!loads_from(page, "substackcdn.com") && !has_script_with(page, "window._preloads")) return std::nullopt;
    return Url::parse(page.url->origin() + "/api/v1/archive?sort=new&search=&offset=0&limit=12");
}

Result<Listing> read_substack(const Response& answer, const Reading& reading) {
    const std::string origin = answer.url.origin();
    const auto first = parse_json(answer.body);
    const Json::Array* posts = first ? first->array() : nullptr;
    if (posts == nullptr) return fail(ErrorKind::unreadable, answer.url.text() + " is no archive of Substack’s");
    const std::string title = publication_name(*posts);
    const auto publication = std::make_shared<const Publication>(
        Publication{title, origin, Url::parse(origin + "/"), reading.fetcher, reading.options.wants_comments});
    ExportedBlog listed{title, publication->home, {}, {}};
    std::set<std::string> known;
    auto failures =
        visit_batches(archive_plan(origin, reading.options.max_posts), reading.fetcher, [&](const LiveItem& item) {
            const ListedPost post{std::string(item.json.text("slug")), count_in(item.json["comment_count"])};
            const auto link = Url::parse(item.json.text("canonical_url"));
            if (!link || post.slug.empty() || !known.insert(post.slug).second) return false;
            listed.posts.push_back(
                {plain_title(item.json.text("title")), link, parse_date(item.json.text("post_date")),
                 [publication, post](Report& report) { return given_by(*publication, post, report); }});
            return true;
        });
    return live_listing(std::move(listed), SourceKind::substack, answer.url, std::move(failures), reading);
}

}  // namespace blogbind
