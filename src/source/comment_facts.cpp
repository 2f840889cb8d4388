#include "source/comment_facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/json.h"
#include "base/parallel.h"
#include "base/text.h"
#include "base/utf8.h"
#include "extract/page_addresses.h"
#include "markup/body.h"
#include "markup/xml_tags.h"
#include "source/given_fields.h"

namespace blogbind {
namespace {

constexpr std::size_t page_size = 100;
constexpr std::size_t posts_a_request = 3;  // fewer, and the blog's other comments are too many
// The oldest first, so that what has been asked for stays what it is when comments are added.
constexpr std::string_view oldest_first = "orderby=id&order=asc";
constexpr std::string_view fields = "id,link,parent,date,date_gmt";

/// Blogs without pretty permalinks have their API in a query: "https://example.org/?rest_route=/".
Url comments_address(const Url& api, const std::string& posts, std::size_t page) {
    const char start = api.query() ? '&' : '?';
    const std::string address =
        fmt::format("{}wp/v2/comments{}per_page={}&page={}&{}&_fields={}{}{}", api.text(), start, page_size, page,
                    oldest_first, fields, posts.empty() ? "" : "&post=", posts);
    return Url::parse(address).value_or(api);
}

/// "52" of "/wp-json/wp/v2/posts/52", where a post's page says that it is in the API; empty if it does not.
std::string number_in_api(const PagePart& page) {
    std::string number;
    markup::each_element(page.document.root(), [&number](const markup::Element& element) {
        if (!markup::is_named(element, "link") || markup::attribute(element, "type") != "application/json") return;
        const std::string address = percent_decoded(markup::attribute(element, "href"));
        const std::string_view last = std::string_view(address).substr(address.rfind('/') + 1);
        const bool is_post = address.find("/wp/v2/posts/") != std::string::npos;
        if (is_post && std::ranges::all_of(last, is_ascii_digit)) number = last;
    });
    return number;
}

/// The numbers of all posts of a series or a page, as far as they can be asked about at once; empty if one is not
/// known.
std::string numbers_in_api(const std::vector<Entry>& entries) {
    constexpr std::size_t most_posts = 100;
    std::string numbers;
    if (entries.size() > most_posts) return numbers;
    for (const Entry& entry : entries) {
        const bool is_read = entry.page && !entry.page->parts.empty();
        const std::string number = is_read ? number_in_api(entry.page->parts.front()) : std::string();
        if (number.empty()) return {};
        numbers.append(numbers.empty() ? "" : ",").append(number);
    }
    return numbers;
}

/// The post that a comment's address leads to, whichever page of its comments that names.
Url post_of(const Url& comment) {
    const auto page = extract::comment_page(comment);
    return page ? page->post : comment;
}

std::int64_t number(const Json& value) {
    const std::int64_t* integer = value.integer();
    return integer != nullptr ? std::max<std::int64_t>(*integer, 0) : 0;
}

/// "38" of "https://example.org/fog/#comment-38"; empty if no number stands there.
std::string id_in(std::string_view address) {
    constexpr std::string_view mark = "#comment-";
    const std::size_t at = address.rfind(mark);
    const std::string_view id = at == std::string_view::npos ? std::string_view() : address.substr(at + mark.size());
    return std::string(std::ranges::all_of(id, is_ascii_digit) ? id : std::string_view());
}

/// How many pages there are, as an answer says; nothing if it does not.
std::optional<std::size_t> pages_in_all(const Result<Response>& response) {
    const auto told = response ? parsed_integer(response->header("x-wp-totalpages")) : std::nullopt;
    return told && *told >= 0 ? std::optional(static_cast<std::size_t>(*told)) : std::nullopt;
}

}  // namespace

std::optional<Url> wordpress_api(const PagePart& page) {
    std::optional<Url> api;
    markup::each_element(page.document.root(), [&](const markup::Element& element) {
        const bool names_api =
            markup::is_named(element, "link") && markup::attribute(element, "rel") == "https://api.w.org/";
        if (names_api && !api && page.url) api = page.url->resolve(markup::attribute(element, "href"));
    });
    // Another host's API would be asked with the user's trust in this one.
    return api && api->host() == page.url->host() ? api : std::nullopt;
}

/// How many comments the answer tells of.
std::size_t ToldComments::take(const Result<Response>& response, FactsOfPosts& facts) {
    const Result<Json> json = response ? parse_json(response->body) : fail(response.error());
    if (!json || json->array() == nullptr) return 0;
    for (const Json& comment : *json->array()) {
        const std::optional<Url> link = Url::parse(comment.text("link"));
        const std::int64_t id = number(comment["id"]);
        if (!link || id == 0) continue;
        facts[same_page_key(post_of(*link))].push_back(
            {id, number(comment["parent"]),
             time_on_wall(parse_date(comment.text("date")), parse_date(comment.text("date_gmt")))});
    }
    return json->array()->size();
}

/// The first page says how many there are, and the others are asked for together; where it does not, as many more at a
/// time as have come so far and one: the last of them may be too many.
ToldComments::FactsOfPosts ToldComments::facts_of_blog(const Question& question, Fetcher& fetcher, std::size_t jobs) {
    FactsOfPosts facts;
    std::size_t asked = 0, together = 1, most = question.most;
    while (asked < most) {
        bool is_last = false;
        const std::size_t count = std::min(together, most - asked);
        in_order(
            count, jobs,
            [&](std::size_t i) {
                const Url address = comments_address(question.api, question.posts, asked + i + 1);
                return fetch_ok(fetcher, {.url = address, .accept = "application/json"});
            },
            [&](std::size_t, const Result<Response>& answer) {
                is_last = take(answer, facts) < page_size || is_last;
                most = std::min(most, pages_in_all(answer).value_or(most));
                if (pages_in_all(answer)) together = most;
            });
        if (is_last) break;
        asked += count;
        together = std::max(together, asked + 1);
    }
    return facts;
}

ToldComments::Question ToldComments::question_about(const Listing& listing) {
    const std::size_t posts = listing.entries.size();
    std::string numbers = numbers_in_api(listing.entries);
    const std::size_t most = numbers.empty() ? posts / posts_a_request + 1 : posts + 1;
    return {*listing.api, std::move(numbers), most};
}

ToldComments::ToldComments(const Listing& listing, Fetcher& fetcher, std::size_t jobs) {
    if (!listing.api) return;
    coming_ = std::async(std::launch::async, [&fetcher, jobs, question = question_about(listing)] {
        return facts_of_blog(question, fetcher, jobs);
    });
}

std::vector<CommentFacts> ToldComments::of(const Url& permalink) {
    std::call_once(asked_, [this] {
        if (coming_.valid()) facts_ = coming_.get();
    });
    std::vector<CommentFacts> facts;
    const std::scoped_lock lock(mutex_);
    if (const auto told = facts_.extract(same_page_key(permalink)))
        for (const auto& [id, parent, published] : told.mapped())
            facts.push_back(
                {std::to_string(id), parent == 0 ? std::nullopt : std::optional(std::to_string(parent)), published});
    return facts;
}

std::vector<CommentFacts> comment_facts_in_feed(const Url& feed, Fetcher& fetcher) {
    const Result<Response> answer = fetch_ok(fetcher, {.url = feed, .accept = "application/rss+xml"});
    std::vector<CommentFacts> all;
    CommentFacts facts;
    const auto take = [&](std::string_view name, std::string_view text) {
        if (name == "guid") facts.id = id_in(text);
        if (name == "pubDate") facts.published = parse_date(text);
        if (name == "encoded") facts.content = repaired_utf8(text).text;
        if (name != "item") return;
        if (!facts.id.empty()) all.push_back(std::move(facts));
        facts = {};
    };
    if (answer) (void)markup::visit_elements(answer->body, take);
    return all;
}

bool tells_comment_facts(const Url& url) { return url.text().find(oldest_first) != std::string::npos; }

}  // namespace blogbind
