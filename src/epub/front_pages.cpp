// What opens a book and its parts: the user's introduction, the pages between parts.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/date.h"
#include "epub/body_text.h"
#include "epub/documents.h"
#include "epub/script_runs.h"

namespace blogbind::epub {

namespace {

std::string_view name_of(FrontKind kind) {
    switch (kind) {
        case FrontKind::preface: return "preface";
        case FrontKind::dedication: return "dedication";
        case FrontKind::introduction: break;
    }
    return "introduction";
}

struct Extent {
    std::size_t posts = 0;
    std::optional<DateTime> first, last;
};

/// The chapters from the part's first to the next part's.
Extent extent_of(const Part& part, const Book& book) {
    const auto next =
        std::ranges::find_if(book.parts, [&](const Part& other) { return other.first_chapter > part.first_chapter; });
    const std::size_t end = next == book.parts.end() ? book.chapters.size() : next->first_chapter;
    Extent extent;
    for (std::size_t i = part.first_chapter; i < end; ++i) {
        const Chapter& chapter = book.chapters[i];
        if (chapter.part == 1) ++extent.posts;
        if (!chapter.published) continue;
        if (!extent.first || chapter.published->utc() < extent.first->utc()) extent.first = chapter.published;
        if (!extent.last || extent.last->utc() < chapter.published->utc()) extent.last = chapter.published;
    }
    return extent;
}

}  // namespace

std::string front_document(const Document& document, const Book& book, Typesetter& typesetter) {
    const FrontPage& page = *document.front;
    const Phrases& phrases = typesetter.phrases();
    const bool is_elsewhere = page.language != book.metadata.language;
    const BodyText body = body_text(page.body);
    TemplateValues values = frame_values(document, book, typesetter, page.language);
    values.set("id", page.id)
        .set("kind", name_of(page.kind))
        .set("page_language", is_elsewhere ? page.language : std::string())
        .set("page_direction", foreign_direction(page.language, book.metadata.language))
        .set("body", body.text);
    if (page.kind == FrontKind::dedication) {
        values.set("title", heading(page, phrases));
        return typesetter.filled("dedication.xhtml", values);
    }
    values.set("title", typesetter.authored(heading(page, phrases), page.language, page.language))
        .set("title_words", page.title.empty() ? typesetter.words_language(page.language) : std::string())
        .set("notes", body.notes)
        .set("notes_title", phrases.text(Phrase::notes));
    return typesetter.filled("front.xhtml", values);
}

std::string part_document(const Document& document, const Book& book, Typesetter& typesetter) {
    const Phrases& phrases = typesetter.phrases();
    const Extent extent = extent_of(*document.part, book);
    std::string period = extent.first ? phrases.day(*extent.first) : std::string();
    if (extent.last && phrases.day(*extent.last) != period)
        period = phrases.text(Phrase::period, period, phrases.day(*extent.last));
    TemplateValues values = frame_values(document, book, typesetter, book.metadata.language);
    values.set("id", document.part->id)
        .set("title", typesetter.authored(document.part->title))
        .set("period", period)
        .set("extent", phrases.counted(Phrase::posts_count, extent.posts));
    return typesetter.filled("part.xhtml", values);
}

}  // namespace blogbind::epub
