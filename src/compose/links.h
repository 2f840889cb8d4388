// Links between posts of the book lead to its chapters; all others stay as they are.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/book.h"
#include "model/post.h"

namespace blogbind::compose {

/// Where the book's own places are. Every target is a file name in the chapters' folder, with a fragment if need be.
class LinkMap {
  public:
    /// A post's addresses, and the chapters (one, or more if it is long) that it became.
    void add(const std::optional<Url>& permalink, const std::vector<Url>& aliases, std::span<const Chapter> chapters);
    /// Points the links of the chapter's text and comments to where they lead in the book. A link to a place that the
    /// book lacks, within the post itself, becomes plain text. REQUIRES: every post was added; `post` counts them.
    void rewrite(std::size_t post, Chapter& chapter) const;

  private:
    struct Places {
        std::vector<std::string> files;                             // of the text
        std::vector<std::string> comment_files;                     // empty if there are no comments
        std::map<std::string, std::size_t, std::less<>> fragments;  // id: index of the file it is in
        std::map<std::string, std::size_t, std::less<>> comments;   // id that the blog gave: likewise
    };
    [[nodiscard]] std::optional<std::string> comment_target(const Places& places, std::string_view fragment) const;
    [[nodiscard]] std::optional<std::string> target_within(const Places& places, std::string_view fragment) const;
    [[nodiscard]] std::optional<std::string> target(const Url& url) const;
    void rewrite(const Places& own, std::string_view document, markup::Body& body) const;

    std::vector<Places> posts_;
    std::map<std::string, std::size_t, std::less<>> by_address_;  // same_page_key: index in posts_
};

}  // namespace blogbind::compose
