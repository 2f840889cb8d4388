// Posts become one book.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/phrases.h"
#include "base/report.h"
#include "compose/front.h"
#include "compose/parts.h"
#include "compose/places.h"
#include "media/embedder.h"
#include "model/book.h"
#include "model/entry.h"
#include "model/post.h"

namespace blogbind::compose {

enum class Comments { appendix, chapter, omit };
/// `automatic`: vertical where all posts are, and in a language that is written so.
enum class Writing { automatic, horizontal, vertical };

/// One of several books that are one work.
struct Volume {
    int number = 1;  ///< from 1, or a year
    std::string work_title;
    std::string work_identifier;  ///< urn:uuid: that a book of all volumes would have
};

struct BookOptions {
    std::string title, subtitle, language, publisher, series, id;  ///< empty: as found
    std::vector<std::string> authors;
    std::optional<double> series_index;
    std::optional<Volume> volume;  ///< nothing if the book is the whole work
    Comments comments = Comments::appendix;
    Writing writing = Writing::automatic;
    Grouping grouping = Grouping::automatic;         ///< of chapters into parts
    PlaceTable places;                               ///< the user's
    bool travel_pages = true;                        ///< itinerary, map and index of pictures, where enough is known
    std::optional<std::chrono::sys_seconds> latest;  ///< SOURCE_DATE_EPOCH: upper bound of the modification date
};

/// `posts` are embedded and in reading order; not empty. `losses` are what the colophon tells, `front` what stands
/// before the chapters.
/// Links to posts and comments of the book point to their chapters afterwards; all others stay absolute.
Book compose(std::vector<Post> posts, const Listing& listing, const BookOptions& options,
             std::vector<Resource> resources, const media::ImageCounts& images, std::vector<Issue> losses,
             std::span<const FrontPost> front = {});

/// The language that the book's own words are in: the option, else that of most posts, else "en".
std::string book_language(const std::vector<Post>& posts, const BookOptions& options);

}  // namespace blogbind::compose
