#include "source/post_comment_feed.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "base/text.h"
#include "source/content_kind.h"
#include "source/feed.h"
#include "source/feed_atom.h"
#include "source/feed_rss.h"
#include "source/fetch_page.h"
#include "source/given_fields.h"

namespace blogbind {
namespace {

constexpr std::size_t most_pages = 50;

/// "31" of "…#comment-31" and of "tag:…,1999:blog-1.post-31".
std::string comment_id(std::string_view address) {
    for (const std::string_view mark : {"#comment-", ".post-"}) {
        const std::size_t at = address.rfind(mark);
        if (at == std::string_view::npos) continue;
        const std::string_view id = address.substr(at + mark.size());
        if (!id.empty() && std::ranges::all_of(id, is_ascii_digit)) return std::string(id);
    }
    return {};
}

/// WordPress puts a line before an answer, in the blog's language: "In reply to <a href="…#comment-31">Ann</a>."
void take_answered(Comment& comment) {
    markup::Element* line = comment.body.root().FirstChildElement();
    const markup::Element* link = line != nullptr && markup::is_named(*line, "p") ? line->FirstChildElement() : nullptr;
    if (link == nullptr || !markup::is_named(*link, "a") || link->NextSiblingElement() != nullptr) return;
    const std::string text = markup::collapsed_text(*line), name = markup::collapsed_text(*link);
    std::string answered = comment_id(markup::attribute(*link, "href"));
    if (answered.empty() || !text.ends_with(name + ".")) return;
    comment.parent = std::move(answered);
    markup::remove(*line);
}

Comment comment_of(const FeedEntry& entry, std::string_view where, Report& report) {
    Comment comment;
    comment.id = comment_id(entry.id);
    if (comment.id.empty() && entry.permalink) comment.id = comment_id(entry.permalink->text());
    if (!entry.authors.empty()) comment.author = entry.authors.front();
    comment.published = entry.published;
    comment.body = parsed_content(entry.content.empty() ? entry.summary : entry.content, where, report);
    take_answered(comment);
    return comment;
}

std::vector<FeedEntry> entries_at(const Url& address, Fetcher& fetcher) {
    const auto answer = fetch_answer(address, fetcher);
    if (!answer) return {};
    Feed feed;
    const FeedParser parse = is_atom(FileStart(answer->body)) ? parse_atom : parse_rss;
    (void)parse_feed(answer->body, {answer->url, answer->charset(), {}}, parse, feed);
    return std::move(feed.entries);
}

}  // namespace

std::vector<Comment> comments_in_feed(const Url& feed, std::size_t most, Fetcher& fetcher, std::string_view where,
                                      Report& report) {
    std::vector<Comment> comments;
    std::set<std::string> known;
    const char mark = feed.query() ? '&' : '?';
    std::optional<Url> next = feed;
    for (std::size_t page = 2; next && page <= most_pages && comments.size() < most; ++page) {
        const std::size_t before = comments.size();
        for (const FeedEntry& entry : entries_at(*next, fetcher)) {
            Comment comment = comment_of(entry, where, report);
            if (!comment.id.empty() && known.insert(comment.id).second) comments.push_back(std::move(comment));
        }
        if (comments.size() == before) break;
        next = Url::parse(fmt::format("{}{}paged={}", feed.without_fragment().text(), mark, page));
    }
    return comments;
}

}  // namespace blogbind
