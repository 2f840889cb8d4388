#include "source/wordpress_api.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <utility>

#include "base/hash.h"
#include "base/json.h"
#include "base/text.h"
#include "source/comment_facts.h"
#include "source/exported_posts.h"
#include "source/given_fields.h"

namespace blogbind {
namespace {

/// How many posts are asked for at once; each number divides the one before.
constexpr std::array<std::size_t, 4> sizes{100, 25, 5, 1};
constexpr std::size_t most_pages = 1000;
constexpr std::size_t answer_limit = 64U << 20;
constexpr std::string_view posts_path = "wp/v2/posts";

std::string rendered(const Json& field) { return std::string(field.text("rendered")); }

std::optional<DateTime> time_of(const Json& post, std::string_view local, std::string_view utc) {
    return time_on_wall(parse_date(post.text(local)), parse_date(post.text(utc)));
}

const Json& first_embedded(const Json& post, std::string_view name) {
    static const Json none;
    const Json::Array* list = post["_embedded"][name].array();
    return list == nullptr || list->empty() ? none : list->front();
}

std::vector<std::string> terms_of(const Json& post) {
    std::vector<std::string> terms;
    const Json::Array* taxonomies = post["_embedded"]["wp:term"].array();
    if (taxonomies == nullptr) return terms;
    for (const Json& taxonomy : *taxonomies) {
        const Json::Array* list = taxonomy.array();
        if (list == nullptr) continue;
        for (const Json& term : *list) {
            std::string name = plain_title(term.text("name"));
            const bool is_none =
                name.empty() || name == "Uncategorized" || std::ranges::find(terms, name) != terms.end();
            if (!is_none) terms.push_back(std::move(name));
        }
    }
    return terms;
}

bool is_protected(const Json& post) {
    const bool* flag = post["content"]["protected"].boolean();
    return flag != nullptr && *flag && rendered(post["content"]).empty();
}

/// One post of the list, and what was asked to have it.
struct ApiPost {
    Json json;
    std::string record, source_file;
    std::optional<std::chrono::sys_seconds> retrieved;
};

Given given_by(const ApiPost& held, Report& report) {
    const Json& post = held.json;
    Given given;
    given.title = plain_title(rendered(post["title"]));
    if (std::string author = plain_title(first_embedded(post, "author").text("name")); !author.empty())
        given.authors.push_back(std::move(author));
    given.tags = terms_of(post);
    given.published = time_of(post, "date", "date_gmt");
    given.updated = time_of(post, "modified", "modified_gmt");
    if (const auto other = Url::parse(rendered(post["guid"])); other && other->is_web())
        given.aliases.push_back(*other);
    given.content = parsed_content(rendered(post["content"]), post.text("link"), report);
    const Json& picture = first_embedded(post, "wp:featuredmedia");
    given.lead_image = picture_at(picture.text("source_url"), picture.text("alt_text"), rendered(picture["caption"]));
    given.sha256 = sha256_hex(json_line(post));
    given.retrieved = held.retrieved;
    given.archive_record = held.record;
    given.source_file = held.source_file;
    return given;
}

/// The list of posts, page by page.
class ApiWalk {
  public:
    explicit ApiWalk(const Reading& reading) : reading_(reading) {}

    /// The posts in an answer that were not there before; false if it is no list.
    bool take(std::string_view body, const ApiPost& provenance) {
        const Result<Json> json = parse_json(body);
        if (!json || json->array() == nullptr) return false;
        taken_ = json->array()->size();
        added_ = 0;
        for (const Json& post : *json->array()) add(post, provenance);
        return true;
    }

    void follow(const Url& endpoint) {
        for (std::size_t page = 1; page <= most_pages; ++page) {
            if (!ask(endpoint, 0, page) || taken_ < sizes.front() || added_ == 0) return;
            if (blog.posts.size() >= reading_.options.max_posts) return;
        }
    }

    ExportedBlog blog;

  private:
    void add(const Json& post, const ApiPost& provenance) {
        const std::optional<Url> link = Url::parse(post.text("link"));
        if (!link || !keys_.insert(same_page_key(*link)).second) return;
        ++added_;
        if (is_protected(post)) {
            ++blog.left_out;
            return;
        }
        const auto held = std::make_shared<const ApiPost>(
            ApiPost{post, provenance.record, provenance.source_file, provenance.retrieved});
        std::vector<Url> aliases;
        if (auto other = Url::parse(rendered(post["guid"])); other && other->is_web())
            aliases.push_back(*std::move(other));
        blog.posts.push_back({plain_title(rendered(post["title"])), link, time_of(post, "date", "date_gmt"),
                              [held](Report& report) { return Result<Given>(given_by(*held, report)); },
                              std::move(aliases)});
    }

    /// The page `number` of pages of one size; in smaller ones if the server fails. False at the end of the list.
    bool ask(const Url& endpoint, std::size_t size, std::size_t number) {
        const char start = endpoint.query() ? '&' : '?';
        const std::string address = fmt::format("{}{}per_page={}&page={}&_embed=author,wp:term,wp:featuredmedia",
                                                endpoint.text(), start, sizes[size], number);
        Request request{.url = Url::parse(address).value_or(endpoint), .accept = "application/json"};
        request.body_limit = answer_limit;
        const auto answer = fetch_ok(reading_.fetcher, request);
        if (answer) return take(answer->body, {{}, answer->record, {}, answer->retrieved});
        const bool is_end = answer.error().message.find("answered 400") != std::string::npos ||
                            answer.error().kind == ErrorKind::not_found;
        if (is_end) return false;
        if (size + 1 == sizes.size()) {
            reading_.report.add(IssueCode::listing_incomplete, request.url.text(), answer.error().message);
            return ++failures_ < sizes.front();
        }
        const std::size_t pieces = sizes[size] / sizes[size + 1];
        std::size_t sum = 0, added = 0;
        bool goes_on = true;
        for (std::size_t piece = 1; piece <= pieces && goes_on; ++piece) {
            taken_ = 0;
            goes_on = ask(endpoint, size + 1, (number - 1) * pieces + piece);
            sum += std::max<std::size_t>(taken_, goes_on ? 1 : 0);
            added += added_;
        }
        taken_ = goes_on ? sizes[size] : sum;
        added_ = added;
        return goes_on;
    }

    const Reading& reading_;
    std::set<std::string> keys_;
    std::size_t taken_ = 0, added_ = 0;  // of the last answer
    std::size_t failures_ = 0;
};

/// Where posts are listed: the answer's own address if it is such a list, without its counting.
std::optional<Url> endpoint_of(const Url& url) {
    if (url.text().find(posts_path) == std::string::npos)
        return Url::parse(url.without_fragment().text() + std::string(posts_path));
    std::string kept;
    const std::string query(url.query().value_or(""));
    for (const std::string_view parameter : split(query, '&'))
        if (!parameter.empty() && !parameter.starts_with("per_page=") && !parameter.starts_with("page=") &&
            !parameter.starts_with("_embed"))
            kept += (kept.empty() ? "?" : "&") + std::string(parameter);
    return Url::parse(url.without_query().without_fragment().text() + kept);
}

std::optional<Url> root_of(const Url& endpoint) {
    const std::string& text = endpoint.text();
    return Url::parse(text.substr(0, text.find(posts_path)));
}

}  // namespace

bool is_wordpress_answer(const FileStart& start) {
    const std::string_view text = trimmed(start.lowered());
    if (text.starts_with('['))
        return start.mentions("\"rendered\"") && start.mentions("\"link\"") && start.mentions("\"content\"");
    return text.starts_with('{') && start.mentions("\"namespaces\"") && start.mentions("wp\\/v2");
}

Result<Listing> read_wordpress_api(const Response& answer, const Reading& reading) {
    const std::optional<Url> endpoint = endpoint_of(answer.url);
    if (!endpoint) return fail(ErrorKind::unreadable, answer.url.text() + " is no address of the API");
    ApiWalk walk(reading);
    const auto description = parse_json(answer.body);
    if (description) walk.blog.title = plain_title(description->text("name"));
    if (description) walk.blog.home = Url::parse(description->text("home"));
    walk.follow(*endpoint);
    const Source source{SourceKind::wordpress_api, answer.url, {}, {}};
    auto listing = exported_listing(std::move(walk.blog), source, false);
    if (!listing) return fail(listing.error().kind, endpoint->text() + " lists no posts");
    for (Entry& entry : listing->entries) entry.reason = "listed by the blog’s API";
    if (!listing->address) listing->address = Url::parse(answer.url.origin() + "/");
    listing->api = root_of(*endpoint);
    return listing;
}

std::optional<Url> wordpress_posts(const PagePart& page) {
    const std::optional<Url> api = wordpress_api(page);
    if (!api) return std::nullopt;
    return Url::parse(fmt::format("{}{}{}per_page=1", api->text(), posts_path, api->query() ? '&' : '?'));
}

Result<Listing> read_wordpress_answers(std::span<const Source> sources, const Reading& reading) {
    ApiWalk walk(reading);
    for (const Source& source : sources)
        if (!walk.take(source.bytes, {{}, {}, source.path.filename().string(), {}}))
            return fail(ErrorKind::unreadable, export_name(source) + " is no list of posts");
    return exported_listing(std::move(walk.blog), sources.front(), false);
}

}  // namespace blogbind
