// What WordPress's REST API tells of a blog's comments all at once, and its pages do not: what answers what below the
// deepest level that a theme shows, and times that it leaves out. (WordPress itself tells visitors of what people
// wrote, some of its plug-ins and relatives also of links from other sites.)
// https://developer.wordpress.org/rest-api/reference/comments/
#pragma once

#include <cstddef>
#include <cstdint>
#include <future>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "model/comment.h"
#include "model/entry.h"
#include "model/page.h"
#include "net/fetcher.h"
#include "net/url.h"

namespace blogbind {

/// Where the API is, as the page's head says; nothing if the page is not WordPress's, or hides it.
std::optional<Url> wordpress_api(const PagePart& page);

/// What a blog's API tells of its posts' comments: one request for a hundred comments, as long as those are few beside
/// the posts. Where all posts' pages are known and tell their numbers there, only those posts are asked about. What
/// cannot be had is no loss: the pages have the comments.
class ToldComments {
  public:
    /// Begins to ask in the background, up to `jobs` requests at a time.
    ToldComments(const Listing& listing, Fetcher& fetcher, std::size_t jobs);
    /// Waits until all has been told. Safe to call from several threads; a post's are told once.
    std::vector<CommentFacts> of(const Url& permalink);

  private:
    /// Blogs have many: no more than what is told of each.
    struct Told {
        std::int64_t id = 0, parent = 0;  ///< 0: none
        std::optional<DateTime> published;
    };
    using FactsOfPosts = std::map<std::string, std::vector<Told>>;  // by same_page_key
    struct Question {
        Url api;
        std::string posts;     ///< their numbers there, as "52,53"; empty: all of the blog
        std::size_t most = 1;  ///< requests
    };
    static Question question_about(const Listing& listing);
    static std::size_t take(const Result<Response>& response, FactsOfPosts& facts);
    static FactsOfPosts facts_of_blog(const Question& question, Fetcher& fetcher, std::size_t jobs);
    std::once_flag asked_;
    std::mutex mutex_;
    FactsOfPosts facts_;
    std::future<FactsOfPosts> coming_;  // last: waits for what uses the others
};
/// True for addresses that are asked for that.
bool tells_comment_facts(const Url& url);

/// The newest comments of a post, as WordPress's feed of them tells: of links from other sites, too. Empty if it cannot
/// be had.
std::vector<CommentFacts> comment_facts_in_feed(const Url& feed, Fetcher& fetcher);

}  // namespace blogbind
