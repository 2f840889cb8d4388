#include "source/squarespace.h"

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

constexpr std::size_t most_pages = 1000, most_comment_pages = 200;
constexpr int deepest_answer = 100;

/// What all posts of a blog share.
struct Site {
    std::string title, blog_title;
    Url address;
    Fetcher& fetcher;
    bool wants_comments;
};

/// Times are milliseconds since 1970.
std::optional<DateTime> time_of(const Json& value) {
    const std::int64_t* milliseconds = value.integer();
    if (milliseconds == nullptr || *milliseconds <= 0) return std::nullopt;
    DateTime time = from_unix_seconds(*milliseconds / 1000);
    time.offset = std::chrono::minutes{0};
    return time;
}

void add_texts(const Json& list, std::vector<std::string>& texts) {
    if (const Json::Array* items = list.array())
        for (const Json& item : *items)
            if (item.string() != nullptr) texts.push_back(plain_title(*item.string()));
}

/// Comments name what they answer, or hold their answers.
class Discussion {
  public:
    Discussion(Given& given, Report& report) : given_(given), report_(report) {}

    /// How many were new.
    std::size_t take(const Json& comments, const std::string& around = {}, int depth = 0) {
        const Json::Array* list = comments.array();
        std::size_t added = 0;
        if (list == nullptr || depth > deepest_answer) return added;
        for (const Json& told : *list) {
            const std::string id = id_text(told["id"]);
            if (id.empty() || !known_.insert(id).second) continue;
            given_.comments.push_back(comment_of(told, id, around));
            added += 1 + take(told["replies"], id, depth + 1);
        }
        return added;
    }

  private:
    [[nodiscard]] Comment comment_of(const Json& told, const std::string& id, const std::string& around) const {
        Comment comment;
        comment.id = id;
        const std::string named = id_text(told["parentId"]);
        if (const std::string& parent = named.empty() ? around : named; !parent.empty()) comment.parent = parent;
        for (const std::string_view name : {told["author"].text("displayName"), told.text("memberName")})
            if (comment.author.empty()) comment.author = plain_title(name);
        if (const auto url = Url::parse(told["author"].text("websiteUrl")); url && url->is_web())
            comment.author_url = url->text();
        comment.published = time_of(told["addedOn"]);
        comment.likes = count_in(told["likeCount"]);
        comment.body = parsed_content(told.text("body"), given_.title, report_);
        return comment;
    }

    Given& given_;
    Report& report_;
    std::set<std::string> known_;
};

/// What cannot be had is missed where the blog counts more.
void take_comments(const Site& site, const Json& post, Given& given, Report& report) {
    if (!site.wants_comments) given.comments_declared = 0;
    if (!given.comments_declared || *given.comments_declared == 0) return;
    Discussion discussion(given, report);
    for (std::size_t page = 1; page <= most_comment_pages; ++page) {
        const auto answer =
            fetch_json(Url::parse(fmt::format("{}/api/comment/GetComments?targetId={}&targetType=1&page={}&sortBy=2",
                                              site.address.origin(), id_text(post["id"]), page)),
                       site.fetcher);
        if (!answer || discussion.take(answer->json["comments"]) == 0) return;
        if (static_cast<int>(given.comments.size()) >= *given.comments_declared) return;
    }
}

Given given_by(const Site& site, const LiveItem& item, Report& report) {
    const Json& post = item.json;
    Given given;
    given.title = plain_title(post.text("title"));
    if (std::string author = plain_title(post["author"].text("displayName")); !author.empty())
        given.authors.push_back(std::move(author));
    add_texts(post["categories"], given.tags);
    add_texts(post["tags"], given.tags);
    given.published = time_of(post["publishOn"]);
    given.updated = time_of(post["updatedOn"]);
    given.place = plain_title(post["location"].text("addressTitle"));
    given.site_title = site.title.empty() ? site.blog_title : site.title;
    given.site_url = Url::parse(site.address.origin() + "/");
    given.content = parsed_content(post.text("body"), given.title, report);
    if (const std::string_view asset = post.text("assetUrl"); !asset.ends_with('/'))  // else a folder without a picture
        given.lead_image = picture_at(asset);
    given.comments_declared = count_in(post["publicCommentCount"]);
    if (!given.comments_declared) given.comments_declared = count_in(post["commentCount"]);
    take_provenance(item, given);
    take_comments(site, post, given, report);
    return given;
}

/// The blog's pages as data, one after the other; each names the next.
class DataWalk {
  public:
    DataWalk(std::shared_ptr<const Site> site, const Reading& reading)
        : site_(std::move(site)), reading_(reading), listed_{site_->title, site_->address.without_query(), {}, {}} {}

    Result<Listing> run(const Json& first, const Response& answer) {
        std::optional<Url> next = take({first, answer.record, answer.retrieved});
        for (std::size_t page = 1; next && page < most_pages; ++page) {
            const auto item = fetch_json(next, reading_.fetcher);
            if (!item) {
                failures_.push_back({IssueCode::listing_incomplete, next->text(), item.error().message});
                break;
            }
            next = take(*item);
        }
        return live_listing(std::move(listed_), SourceKind::squarespace, answer.url.without_query(),
                            std::move(failures_), reading_);
    }

  private:
    /// Where the list goes on.
    std::optional<Url> take(const LiveItem& page) {
        const Json::Array* items = page.json["items"].array();
        std::size_t added = 0;
        if (items != nullptr)
            for (const Json& post : *items) added += add({post, page.record, page.retrieved}) ? 1 : 0;
        if (added == 0 || listed_.posts.size() >= reading_.options.max_posts) return std::nullopt;
        const std::string_view named = page.json["pagination"].text("nextPageUrl");
        const auto next = named.empty() ? std::nullopt : site_->address.resolve(named);
        if (!next || !next->query()) return std::nullopt;
        return Url::parse(next->without_fragment().text() + "&format=json");
    }
    bool add(LiveItem item) {
        const std::string_view path = item.json.text("fullUrl");
        const auto link = path.empty() ? std::nullopt : site_->address.resolve(path);
        if (!link || !known_.insert(same_page_key(*link)).second) return false;
        const auto held = std::make_shared<const LiveItem>(std::move(item));
        listed_.posts.push_back(
            {plain_title(held->json.text("title")), link, time_of(held->json["publishOn"]),
             [site = site_, held](Report& report) { return Result<Given>(given_by(*site, *held, report)); }});
        return true;
    }

    std::shared_ptr<const Site> site_;
    const Reading& reading_;
    ExportedBlog listed_;
    std::set<std::string> known_;
    std::vector<Issue> failures_;
};

}  // namespace

std::optional<Url> squarespace_data_of(const PagePart& page) {
    if (!page.url || !has_script_with(page, "Static.SQUARESPACE_CONTEXT")) return std::nullopt;
    const char mark = page.url->query() ? '&' : '?';  // a query chooses a category
    return Url::parse(fmt::format("{}{}format=json", page.url->without_fragment().text(), mark));
}

Result<Listing> read_squarespace(const Response& answer, const Reading& reading) {
    const auto json = parse_json(answer.body);
    if (!json || (*json)["collection"].object() == nullptr || (*json)["items"].array() == nullptr)
        return fail(ErrorKind::unreadable, answer.url.text() + " is no blog of Squarespace’s");
    const auto site = std::make_shared<const Site>(Site{plain_title((*json)["website"].text("siteTitle")),
                                                        plain_title((*json)["collection"].text("title")), answer.url,
                                                        reading.fetcher, reading.options.wants_comments});
    return DataWalk(site, reading).run(*json, answer);
}

}  // namespace blogbind
