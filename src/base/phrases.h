// The words that a book adds to its author's, in the book's language.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace blogbind {

/// Placeholders in the texts: {n} a count, {a} {b} {c} what the caller fills in.
enum class Phrase {
    contents,                 ///< Contents
    landmarks,                ///< Landmarks
    start_of_text,            ///< Start of the text
    cover,                    ///< Cover
    cover_of,                 ///< Cover: {a}
    from_the_blog,            ///< From the blog {a}
    period,                   ///< {a} to {b}
    readers_comments,         ///< Readers’ comments
    comments_on,              ///< On “{a}”
    comments_on_part,         ///< On “{a}” ({b} of {c})
    comments_title,           ///< Comments on “{a}”
    continued,                ///< {a} (continued, {b} of {c})
    to_comments,              ///< Read the {n} comments on this chapter   (plural)
    to_chapter,               ///< Back to the chapter “{a}”
    comments_summary,         ///< {n} comments   (plural)
    people_count,             ///< {n} people     (plural, in the case that comments_from wants)
    comments_from,            ///< {a} from {b}.
    comments_retrieved,       ///< {a} from {b}, as they stood on {c}.
    comments_order,           ///< Comments are printed whole and in the order …
    by_post_author,           ///< author
    in_reply_to,              ///< in reply to {a}
    anonymous,                ///< Anonymous
    likes,                    ///< {n} likes   (plural)
    removed_comment,          ///< a removed comment
    comment_removed,          ///< A comment stood here and was removed on the blog.
    first_published,          ///< First published {a}, at {b}
    first_published_updated,  ///< First published {a}, updated {b}, at {c}
    published_at,             ///< Published at {a}       (no date known)
    notes,                    ///< Notes
    back_to_text,             ///< Back to the text, note {a}
    photo,                    ///< Photo
    photo_undescribed,        ///< Photo without description
    photo_missing,            ///< This photo could not be retrieved: {a}
    photo_source,             ///< It was at {a}
    gallery,                  ///< Gallery, {n} photos   (plural)
    still_of,                 ///< Still from: {a}
    video,                    ///< Video
    audio,                    ///< Audio
    map,                      ///< Map
    embedded,                 ///< Embedded content
    embed_not_included,       ///< Not included in this book. Online:
    photo_here,               ///< [photo: {a}]           (pasted text: a caption without its picture)
    pull_quote,               ///< Pull quote
    about_book,               ///< About this book
    about_summary,            ///< This book was made from {a}, {b} and {c}.
    posts_count,              ///< {n} posts       (plural)
    photos_count,             ///< {n} photographs (plural)
    sources,                  ///< Sources
    label_series,             ///< Series
    changes_and_losses,       ///< What is missing or changed
    nothing_lost,             ///< Nothing was lost on the way.
    rights,                   ///< Rights
    rights_notice,            ///< © {a} {b}; each comment © its writer. Personal reading copy of a public blog.
    how_made,                 ///< How it was made
    made_with,                ///< Made with {a} from the blog’s own pages.
    label_author,             ///< Author
    label_published,          ///< Published
    label_updated,            ///< Updated
    label_address,            ///< Address
    label_retrieved,          ///< Retrieved
    accessibility_all,        ///< Every picture has a description by its author. …
    accessibility_some,       ///< Of {n} pictures, {a} have the description their author wrote; {b} …
    accessibility_none,       ///< The book has no pictures. …
    no_conformance_claim,     ///< No conformance claim is made: …
    title_page,               ///< Title page
    itinerary,                ///< Itinerary
    route_map,                ///< Map of the journey
    label_date,               ///< Date
    label_place,              ///< Place
    label_chapter,            ///< Chapter
    photo_index,              ///< Index of photographs
    part_of_year,             ///< {a}, a year, as a title
    introduction,             ///< Introduction
    preface,                  ///< Preface
    dedication,               ///< Dedication
    coastlines_from,          ///< The coastlines of the map are from {a}.
    lost_posts,               ///< {n} posts could not be read and are missing. (plural, as the next five)
    lost_parts,               ///< {n} parts that the series names were not found.
    lost_comments,            ///< Under {n} posts the blog counts more comments than could be found.
    lost_images,              ///< {n} pictures could not be retrieved; a note stands in the place of each.
    lost_embeds,              ///< {n} videos, maps or players are not included; …
    vanished_posts,  ///< {n} posts are gone from the site and stay here as they were. (plural, as the next four)
    rescued_posts,   ///< {n} posts are gone from the site and were taken from a web archive.
    rescued_images,  ///< {n} pictures are gone from their places and were taken from …
    new_posts,       ///< {n} posts are new since this book was first made:
    changed_posts,   ///< {n} posts have changed since this book was made before:
    lost_other,      ///< {n} smaller changes were necessary.
    more_losses,     ///< … and {n} more   (plural)
    references,      ///< Links from other sites
    volume,          ///< {a}, volume {b}
    readers_font,    ///< Your reader’s own typeface sets the text.
    fonts_within,    ///< Fonts within this book: {a}.
    cut_posts,       ///< {n} posts are here only as far as they are open to everyone. (plural)
    // What one of the smaller changes is, behind the name of its place:
    why_list,                 ///< the list of posts breaks off
    why_animated,             ///< an animated picture: only its first frame is here
    why_link,                 ///< a link that leads nowhere
    why_useless,              ///< of no use in a book, left out
    why_repaired,             ///< damaged text was mended
    why_caption,              ///< a caption without its picture
    why_smaller,              ///< pictures were made smaller
    why_size,                 ///< the book is larger than wanted
    why_undrawn,              ///< could not be drawn
    why_font,                 ///< a font that cannot be used
    why_rule,                 ///< a rule that finds nothing
    why_twice,                ///< stands in several posts
    why_absent,               ///< was not found
};
inline constexpr std::size_t phrase_count = static_cast<std::size_t>(Phrase::why_absent) + 1;

struct PhraseTable;  // one language's texts, in phrase_table.h

class Phrases {
  public:
    /// The phrases for a BCP 47 tag, by as much of it as is known; English where the language is not.
    static const Phrases& in_language(std::string_view tag);

    /// The primary language of these phrases ("en"): where it differs from the book's, markup must say so.
    [[nodiscard]] std::string_view language() const { return language_; }
    [[nodiscard]] std::string text(Phrase phrase, std::string_view a = {}, std::string_view b = {},
                                   std::string_view c = {}) const;
    /// With the plural form for `n` (CLDR plural rules) and {n} filled in.
    [[nodiscard]] std::string counted(Phrase phrase, std::size_t n, std::string_view a = {},
                                      std::string_view b = {}) const;
    /// "3 May 2024"
    [[nodiscard]] std::string day(const DateTime& time) const;
    /// "3 May 2024, 22:15"; only the day where the source gave no time.
    [[nodiscard]] std::string moment(const DateTime& time) const;

    /// "A, B": names, one after the other.
    [[nodiscard]] std::string list(const std::vector<std::string>& items) const;
    /// "Title. Subtitle. Author": what stood in lines of its own, in one.
    [[nodiscard]] std::string line(const std::vector<std::string>& parts) const;
    [[nodiscard]] std::string sentences(const std::vector<std::string>& sentences) const;
    /// "thing: detail"; only the one of them if the other is empty. Takes markup as well.
    [[nodiscard]] std::string with_detail(std::string_view thing, std::string_view detail) const;

    explicit Phrases(const PhraseTable& table);

  private:
    std::string_view language_;
    const PhraseTable* table_;
};

}  // namespace blogbind
