// One book: everything that will be in the publication, in words that know nothing of its file format.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/position.h"
#include "base/report.h"
#include "markup/body.h"
#include "model/comment.h"
#include "model/resource.h"
#include "net/memento.h"
#include "net/url.h"

namespace blogbind {

/// Comments of one chapter, printed after the chapters. Continued in `Appendix`es of their own when long.
struct Appendix {
    std::string file;  ///< "text/2024-05-03-night-ferry-comments.xhtml"
    std::string id;
    int part = 1, parts = 1;
    CommentList comments;  ///< bodies ready for the book; references to the post from other sites last
};

struct Chapter {
    std::string title;
    int part = 1, parts = 1;  ///< a long chapter is continued in chapters of its own
    std::string subtitle;
    std::string file;      ///< "text/2024-05-03-night-ferry-to-busan.xhtml"; depends on the post only
    std::string id;        ///< "c-2024-05-03"
    std::string language;  ///< BCP 47
    std::string place;
    std::optional<Position> position;  ///< of the place
    std::vector<std::string> authors;
    std::optional<DateTime> published;
    std::optional<DateTime> updated;   ///< nothing unless it is later than that
    std::optional<DateTime> modified;  ///< as the page has it, for the record
    markup::Body body;                 ///< links and pictures point to files of the book
    std::optional<Url> source;
    std::string source_file;
    std::string sha256;
    std::optional<std::chrono::sys_seconds> retrieved;
    std::string archive_record;      ///< that holds the post's first page; empty if none does
    std::optional<Memento> memento;  ///< the web archive's copy that the post's first page is; nothing if it is none
    std::optional<int> comments_declared;
    std::size_t comments_bound = 0;          ///< with replies, without references
    std::size_t references_bound = 0;        ///< pingbacks and the like
    std::optional<DateTime> newest_comment;  ///< of them all
    std::vector<Appendix> appendices;        ///< empty if it has no comments
};

/// Frees the memory of its text and comments until they are asked for again, if they may rest.
inline void rest(const Chapter& chapter) {
    chapter.body.rest();
    for (const Appendix& appendix : chapter.appendices) appendix.comments.rest();
}

/// What the user puts before the chapters.
enum class FrontKind { introduction, preface, dedication };

struct FrontPage {
    FrontKind kind = FrontKind::introduction;
    std::string title;     ///< empty: what the kind is called
    std::string file;      ///< "text/front_preface.xhtml"
    std::string id;        ///< "front_preface"
    std::string language;  ///< BCP 47
    markup::Body body;
};

/// Several chapters under one title, in a book of many.
struct Part {
    std::string title;
    std::string file;               ///< "text/part_2019.xhtml": of what it is called, never of its place in the book
    std::string id;                 ///< "part_2019"
    std::size_t first_chapter = 0;  ///< index; it ends where the next one begins
};

/// A line of the itinerary.
struct Stop {
    std::size_t chapter = 0;
    std::string place;
    std::optional<Position> position;
};

/// A picture of a chapter that its author put words under.
struct CaptionedPicture {
    std::size_t chapter = 0;
    std::string anchor;  ///< id in the chapter's document
    std::string caption;
};

struct BookMetadata {
    std::string identifier;  ///< urn:uuid:…
    std::string title, subtitle;
    std::vector<std::string> authors;
    std::string language;
    std::string publisher;
    std::string description;
    std::vector<std::string> subjects;
    std::string rights;
    std::string series;  ///< the user's; empty if none
    std::optional<double> series_index;
    std::optional<Url> source;  ///< the series' or the blog's address
    std::string blog_title;
    std::optional<DateTime> first, last;  ///< of the posts
    std::chrono::sys_seconds modified{};
    bool is_vertical = false;  ///< lines run from top to bottom, and pages from right to left
};

/// How the book was asked for, so that it can be made again.
struct Making {
    std::vector<std::string> sources;  ///< addresses, and the names of files without their folders
    std::vector<std::pair<std::string, std::string>> options;  ///< what shapes the book, as given; a flag's value is ""
    std::string rules{};  ///< the user's rules for pages, as TOML; empty if there were none
};

/// What an update has found, by the titles of the posts.
struct Renewal {
    std::vector<std::string> added, changed;
};

/// The characters of a font that a book shows in it.
struct Font {
    Resource file;         ///< "fonts/text-italic.ttf"
    std::string language;  ///< only its words are set in this font; empty: the whole text
    std::string family;    ///< as its makers call it, which is not how the book calls this part of it
    std::string licence;
    bool bold = false, italic = false;
    std::string generic = "serif";  ///< what CSS calls the kind of font that may stand in for it
};

enum class CommentsPlace { after_chapters, after_each_chapter };

struct Book {
    BookMetadata metadata;
    Making making;
    Renewal renewal;
    std::vector<FrontPage> front;
    std::vector<Part> parts;      ///< none, or the first begins with the first chapter
    std::vector<Stop> itinerary;  ///< empty if too little is known; likewise the next
    std::vector<CaptionedPicture> picture_index;
    std::optional<Resource> map;  ///< "images/map.png"
    std::string coastlines;       ///< whose lines the map has; empty if none
    std::vector<Chapter> chapters;
    CommentsPlace comments_place = CommentsPlace::after_chapters;
    std::vector<Resource> resources;  ///< sorted by path
    std::optional<Resource> cover;    ///< "images/cover.jpg"
    std::vector<Font> fonts;          ///< sorted by path
    std::vector<Issue> losses;        ///< what the colophon tells
    std::size_t images_found = 0, images_described = 0, images_missing = 0;
};

}  // namespace blogbind
