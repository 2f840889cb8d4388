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

struct FeedEntry {
    std::string id, title;
    std::optional<Url> permalink;
    std::vector<std::string> authors, tags;
    std::optional<DateTime> published, updated;
    std::string content, summary;  ///< HTML
    std::optional<Url> base;       ///< where relative addresses in it begin; else at the permalink
    std::string picture;           ///< address of one that stands for the post
    std::optional<int> comments_declared;
    std::string sha256;  ///< of the bytes that tell of the entry
};

struct Feed {
    std::string title, description, language, generator, licence;
    std::optional<Url> home;
    std::optional<Url> older;          ///< the feed's next page
    std::vector<std::string> authors;  ///< of entries that name none
    std::vector<FeedEntry> entries;
};

/// `address`: where relative ones begin. Error unreadable, with what was read before the fault in `feed`.
using FeedParser = Status (*)(std::string_view text, const std::optional<Url>& address, Feed& feed);

/// The posts of a feed, oldest first. Where it goes on, its further pages are read as well, unless only what was named
/// is wanted. Posts of which the feed has an excerpt only are completed from their pages, and so are comments.
Result<Listing> read_feed(const Response& answer, FeedParser parse, const Reading& reading);
/// The same for a file, which has no further pages.
Result<Listing> read_feed_file(const Source& source, FeedParser parse, const Reading& reading);

}  // namespace blogbind
