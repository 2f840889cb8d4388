// What a server or a file sent for one post: the first page, continuation pages, comment pages; or the post in fields.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "markup/body.h"
#include "model/given.h"
#include "net/memento.h"
#include "net/url.h"

namespace blogbind {

enum class PageRole { post, continuation, comments };

struct PagePart {
    PageRole role = PageRole::post;
    std::optional<Url> requested;  ///< nothing for a file
    std::optional<Url> url;        ///< after redirects
    markup::Body document{"html"}; ///< parsed; root "html"
    std::string sha256;            ///< of the bytes as they were sent, decoded from the content encoding
    std::size_t bytes = 0;
    std::optional<std::chrono::sys_seconds> retrieved;
    std::string archive_record;    ///< that holds it: "urn:uuid:…"; empty if none does
    std::optional<Memento> memento;  ///< the web archive's copy that it is; nothing if it came from its own site
    std::string source_file;       ///< name of the file that it was read from, without folders; else empty
};

struct Page {
    std::vector<PagePart> parts;      ///< the first is the post itself; none where all of it is given
    std::unique_ptr<Given> given;     ///< the post in fields, or what supplements its page; null for most pages
    std::vector<CommentFacts> told_comments;
    std::size_t missing_parts = 0;    ///< wanted, but not to be had
    std::string comments_missing;     ///< what pages of comments are missing, and why; empty if none are
};

}  // namespace blogbind
