// Feeds as sources: what all formats tell, and how their pages are read one after the other.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "model/comment.h"
#include "model/entry.h"
#include "net/url.h"
#include "source/readers.h"

namespace blogbind {

/// A short text as it stands in a feed.
struct FeedText {
    std::string text;
    bool is_html = true;
    std::optional<Url> base{};  ///< where relative addresses in it begin; else at the feed
};

/// Its words.
std::string plain(const FeedText& text);

struct FeedEntry {
    std::string id;
    FeedText title, rights;
    std::optional<Url> permalink;
    std::vector<std::string> authors, tags;
    std::optional<DateTime> published, updated;
    std::string content, summary;  ///< HTML
    std::optional<Url> base;       ///< where relative addresses in it begin; else at the permalink
    std::string picture;           ///< address of one that stands for the post
    std::optional<int> comments_declared;
    std::optional<Url> comments;      ///< the page that has them
    std::optional<Url> comment_feed;  ///< the newest of them
    std::string licence;              ///< its address
    std::string sha256;               ///< of the bytes that tell of the entry
};

struct Feed {
    std::string id, language, generator, licence;
    FeedText title, description, rights;
    std::optional<DateTime> published, updated;
    std::optional<Url> home;
    std::optional<Url> older;          ///< the feed's next page
    std::vector<std::string> authors;  ///< of entries that name none
    std::vector<FeedEntry> entries;
};

/// `address`: where relative ones begin. Error unreadable, with what was read before the fault in `feed`.
using FeedParser = Status (*)(std::string_view text, const std::optional<Url>& address, Feed& feed);

/// What is known of a feed's bytes beside them.
struct FeedOrigin {
    std::optional<Url> address;
    std::string charset, language;  ///< as its server says; may be empty
};

/// A feed of bytes in any encoding; what the feed itself does not tell is taken from `origin`. Error as FeedParser's.
Status parse_feed(std::string_view bytes, const FeedOrigin& origin, FeedParser parse, Feed& feed);

/// The posts of a feed, oldest first. Where it goes on, its further pages are read as well, unless only what was named
/// is wanted. Posts of which the feed has an excerpt only are completed from their pages, and so are comments.
Result<Listing> read_feed(const Response& answer, FeedParser parse, const Reading& reading);
/// The same for a file, which has no further pages.
Result<Listing> read_feed_file(const Source& source, FeedParser parse, const Reading& reading);

}  // namespace blogbind
