// What a source tells of a post in fields instead of a page: an item of an owner's export, an entry of a feed.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/position.h"
#include "markup/body.h"
#include "model/comment.h"
#include "model/image.h"
#include "net/url.h"

namespace blogbind {

/// How much of the post `Given::content` is.
enum class Extent {
    whole,
    excerpt  ///< the page has the text; what is given supplements it
};

struct Given {
    std::string title, subtitle;
    std::vector<std::string> authors, tags;  ///< tags: categories first
    std::optional<DateTime> published, updated;
    std::string language;  ///< BCP 47; empty if unknown
    std::string place;
    std::optional<Position> position;  ///< of the place
    std::string licence;               ///< its address
    std::string site_title, site_description;
    std::optional<Url> site_url;
    std::vector<Url> aliases;  ///< other addresses of the same post

    markup::Body content;  ///< root "section"; addresses seen from the permalink
    Extent extent = Extent::whole;
    std::optional<Image> lead_image;
    std::vector<Comment> comments;  ///< parents set, in any order
    std::optional<int> comments_declared;
    std::optional<Url> comment_feed;  ///< tells of comments that the post's page may lack
    bool comments_closed = false;

    // provenance
    std::string sha256;  ///< of the bytes that tell of this post alone
    std::optional<std::chrono::sys_seconds> retrieved;
    std::string archive_record;  ///< that holds them; empty if none does
    std::string source_file;     ///< name of the file that they were read from, without folders; else empty
};

}  // namespace blogbind
