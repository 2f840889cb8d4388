// What the reader of the book loses, as typed issues. One Report a task, merged in reading order, so that the
// same input gives the same report whatever finished first.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace blogbind {

enum class IssueCode {
    post_unreachable,     ///< a listed post could not be fetched
    post_without_body,    ///< a page was read, but there is no post in it
    part_missing,         ///< the series names a part that was not found
    listing_incomplete,   ///< a page of an archive could not be read, posts may be missing
    comments_incomplete,  ///< the blog declares more comments than were found
    image_unreachable,    ///< the picture could not be fetched
    image_unreadable,     ///< what was sent is not a whole picture
    image_animated,       ///< only the first frame is kept
    embed_replaced,       ///< a video, map or player became a description and a link
    link_unresolvable,    ///< a relative link without a known address became text
    element_dropped,      ///< a form, poll or script widget was left out of the text
    text_repaired,        ///< the text held bytes that its encoding does not allow
    markup_truncated,     ///< nesting beyond the limit was flattened
    pictures_absent,      ///< the source (pasted text) holds captions, but no pictures
    book_oversized,       ///< the book is larger than common delivery services take
    text_repeated,        ///< a passage stands in several posts, and may be the page's rather than a post's
    pictures_reduced,     ///< the pictures were made smaller so that the book fits the size that the user wants
    size_exceeded,        ///< the book is larger than the user wanted it to be
    cover_missing,        ///< the cover could not be drawn
    map_missing,          ///< the map could not be drawn
    post_vanished,        ///< the post is gone from the site; the archive still has it
    post_rescued,         ///< the post is gone from the site; a web archive's copy was bound
    image_rescued,        ///< the picture is gone; a web archive's copy was embedded
    font_unavailable,     ///< the font that the user wants is not installed, or may not be embedded
    rule_unmatched,       ///< a rule of the user's finds nothing
    post_truncated,       ///< only the beginning of the post is open to all, as of posts for subscribers
    quote_repeated,       ///< a pull quote repeats a sentence of its post
    about_missing,        ///< the blog has no page about itself that could be the introduction
};
inline constexpr std::size_t issue_code_count = 28;

enum class Severity { error, warning, note };

struct Issue {
    IssueCode code;
    std::string where;   ///< a permalink, an address, or a file
    std::string detail;  ///< what was wrong with it; no full stop; does not begin with `where`
};

/// The code as it is spelt in JSON and in golden files: "post_unreachable".
std::string_view issue_name(IssueCode code);
Severity issue_severity(IssueCode code);
std::string_view severity_name(Severity severity);
/// One sentence for people: `<where>: <detail>; <what was done about it>`.
std::string issue_message(const Issue& issue);

class Report {
  public:
    void add(IssueCode code, std::string_view where, std::string_view detail);
    /// Appends all issues of `other`, in their order.
    void merge(Report other);
    [[nodiscard]] const std::vector<Issue>& issues() const { return issues_; }
    [[nodiscard]] std::size_t count(IssueCode code) const;
    /// True if the reader lost something: any error or warning.
    [[nodiscard]] bool has_losses() const;

  private:
    std::vector<Issue> issues_;
};

}  // namespace blogbind
