// The documents of the book in reading order, and the table of contents.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "epub/typesetter.h"
#include "model/book.h"

namespace blogbind::epub {

enum class DocumentKind {
    cover,
    title_page,
    front,
    contents,
    itinerary,
    part,
    chapter,
    comments,
    appendix,
    picture_index,
    sources,
    colophon
};

struct Document {
    DocumentKind kind;
    std::string id;                    ///< in the manifest
    std::string href;                  ///< from the package document's folder
    std::string title;                 ///< no other document has it
    const Chapter* chapter = nullptr;  ///< of chapters and appendices
    const Appendix* appendix = nullptr;
    const FrontPage* front = nullptr;
    const Part* part = nullptr;
    std::size_t begin = 0, end = 0;  ///< indices of what it has of a list that is long enough for several documents
};

struct ContentsEntry {
    std::string href;
    std::string label;     ///< plain text
    std::string markup;    ///< the same, foreign words marked
    bool is_ours = false;  ///< the book's own words, perhaps in another language than the book's
    std::vector<ContentsEntry> children{};
};

struct Plan {
    std::vector<Document> documents;
    std::vector<ContentsEntry> contents;
    [[nodiscard]] const Document& first_chapter() const;
    [[nodiscard]] bool has_comments() const;
};

/// The book must outlive its plan. REQUIRES: it has a chapter.
Plan make_plan(const Book& book, Typesetter& typesetter);

/// "Introduction", unless the page has a title of its own.
std::string heading(const FrontPage& page, const Phrases& phrases);
/// "Night Ferry", or "Night Ferry (continued, 2 of 3)"
std::string heading(const Chapter& chapter, const Phrases& phrases);
/// "On “Night Ferry”", or "On “Night Ferry” (2 of 3)", as markup
std::string appendix_heading(const Chapter& chapter, const Appendix& appendix, Typesetter& typesetter);
/// Whether the sources of the chapters have documents of their own, because the colophon would be too large.
bool has_documents_of_sources(const Book& book);
/// Comments of the whole book, without references from other sites.
std::size_t comments_in(const Book& book);

}  // namespace blogbind::epub
