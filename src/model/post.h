// One post as its author wrote it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/position.h"
#include "markup/body.h"
#include "model/comment.h"
#include "model/entry.h"
#include "model/explanation.h"
#include "model/image.h"
#include "net/memento.h"
#include "net/url.h"

namespace blogbind {

struct Post {
    std::optional<Url> permalink;
    std::vector<Url> aliases;  ///< other addresses of the same post: short link, redirects, canonical
    std::string title;         ///< not empty after extract
    std::string subtitle;
    std::vector<std::string> authors;
    std::optional<DateTime> published;
    std::optional<DateTime> updated;
    std::string language;           ///< BCP 47; empty if unknown
    std::vector<std::string> tags;  ///< categories and tags
    std::string place;
    std::optional<Position> position;      ///< of the place
    std::optional<Position> photographed;  ///< where most of its photographs were taken; only if the user asks for it
    std::string site_title;
    std::string site_description;
    std::optional<Url> site_url;
    bool is_vertical = false;  ///< the page says that its lines run from top to bottom
    std::string licence;       ///< address of a licence found in the page; empty if none

    markup::Body body;                  ///< root "section"; no page furniture after extract
    std::vector<Image> images;          ///< after normalise: one for each different `src` in the body, in order
    std::unique_ptr<Image> lead_image;  ///< featured picture that the body does not hold; null if there is none
    CommentList comments;               ///< in the order of the conversation: a reply follows what it answers
    std::optional<int> comments_declared;
    bool comments_closed = false;

    std::optional<PartNumber> part;
    std::string series_name;
    std::optional<Url> previous, next;

    // provenance
    std::string sha256;  ///< of the first page as it was sent
    std::optional<std::chrono::sys_seconds> retrieved;
    std::string archive_record;      ///< that holds the first page; empty if none does
    std::optional<Memento> memento;  ///< the web archive's copy that the first page is; nothing if it is none
    std::string source_file;         ///< file name, if it was read from one
    Explanation explanation;
};

/// Frees the memory of its text and comments until they are asked for again, if they may rest.
inline void rest(const Post& post) {
    post.body.rest();
    post.comments.rest();
}

}  // namespace blogbind
