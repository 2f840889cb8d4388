#include "epub/documents.h"

#include <algorithm>
#include <functional>
#include <set>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"
#include "compose/anchors.h"
#include "epub/body_text.h"
#include "epub/script_runs.h"
#include "epub/threads.h"
#include "markup/xhtml_writer.h"

namespace blogbind::epub {

namespace {

constexpr std::string_view separator = " · ";

std::string cover(const Document& document, const Book& book, Typesetter& typesetter) {
    const BookMetadata& metadata = book.metadata;
    std::vector<std::string> parts{metadata.title};
    if (!metadata.subtitle.empty()) parts.push_back(metadata.subtitle);
    if (!metadata.authors.empty()) parts.push_back(typesetter.phrases().list(metadata.authors));
    TemplateValues values = frame_values(document, book, typesetter, metadata.language);
    values.set("image", book.cover->path)
        .set("alt", shortened(typesetter.phrases().text(Phrase::cover_of, typesetter.phrases().line(parts)), 400));
    return typesetter.filled("cover.xhtml", values);
}

std::string title_page(const Document& document, const Book& book, Typesetter& typesetter) {
    const BookMetadata& metadata = book.metadata;
    const Phrases& phrases = typesetter.phrases();
    const std::string blog =
        metadata.blog_title.empty()
            ? std::string()
            : typesetter.phrase(Phrase::from_the_blog,
                                typesetter.italic(typesetter.quoted(metadata.blog_title, metadata.language)));
    std::string period;
    if (metadata.first && metadata.last) {
        period = phrases.day(*metadata.first);
        const std::string end = phrases.day(*metadata.last);
        if (end != period) period = phrases.text(Phrase::period, period, end);
    }
    TemplateValues values = frame_values(document, book, typesetter, metadata.language);
    values.set("title", typesetter.authored(metadata.title))
        .set("subtitle", typesetter.authored(metadata.subtitle))
        .set("author", typesetter.authored(phrases.list(metadata.authors)))
        .show("imprint", !blog.empty() || !period.empty())
        .set("blog", blog)
        .show("line_break", !blog.empty() && !period.empty())
        .set("period", markup::escaped(period));
    return typesetter.filled("titlepage.xhtml", values);
}

// --- chapters ----------------------------------------------------------------------------------------------------

bool signs_each_chapter(const Book& book) {
    return std::ranges::any_of(book.chapters,
                               [&](const Chapter& chapter) { return chapter.authors != book.chapters[0].authors; });
}

std::string kicker(const Chapter& chapter, bool is_signed, Typesetter& typesetter) {
    if (chapter.part > 1) return {};
    std::vector<std::string> parts;
    if (chapter.published) parts.push_back(typesetter.day(*chapter.published));
    if (!chapter.place.empty()) parts.push_back(typesetter.authored(chapter.place, chapter.language, chapter.language));
    if (is_signed && !chapter.authors.empty())
        parts.push_back(
            typesetter.authored(typesetter.phrases().list(chapter.authors), chapter.language, chapter.language));
    return joined(parts, separator);
}

// "First published 3 May 2024, updated 4 May 2024, at host." Empty if there is no address.
std::string source_line(const Chapter& chapter, Typesetter& typesetter) {
    if (!chapter.source || chapter.part != chapter.parts) return {};
    const std::string site = markup::escaped(readable_site(*chapter.source));
    const std::string link = typesetter.link(chapter.source->text(), site);
    if (!chapter.published) return typesetter.phrase(Phrase::published_at, link);
    const std::string published = typesetter.day(*chapter.published);
    if (!chapter.updated || iso_day(*chapter.updated) == iso_day(*chapter.published))
        return typesetter.phrase(Phrase::first_published, published, link);
    return typesetter.phrase(Phrase::first_published_updated, published, typesetter.day(*chapter.updated), link);
}

TemplateValues::List comment_links(const Chapter& chapter, const Phrases& phrases) {
    TemplateValues::List links;
    for (const Appendix& appendix : chapter.appendices) {
        std::string label = phrases.text(Phrase::comments_on_part, chapter.title, std::to_string(appendix.part),
                                         std::to_string(appendix.parts));
        if (appendix.part == 1)
            label = chapter.comments_bound > 0 ? phrases.counted(Phrase::to_comments, chapter.comments_bound)
                                               : phrases.text(Phrase::references);
        links.emplace_back().set("href", compose::file_name(appendix.file)).set("label", label);
    }
    return links;
}

std::string chapter_document(const Document& document, const Book& book, Typesetter& typesetter) {
    const Chapter& chapter = *document.chapter;
    const Phrases& phrases = typesetter.phrases();
    const bool is_elsewhere = chapter.language != book.metadata.language;
    const BodyText body = body_text(chapter.body);
    TemplateValues values = frame_values(document, book, typesetter, chapter.language);
    values.set("id", chapter.id)
        .set("chapter_language", is_elsewhere ? chapter.language : std::string())
        .set("chapter_direction", foreign_direction(chapter.language, book.metadata.language))
        .set("title", typesetter.authored(heading(chapter, phrases), chapter.language, chapter.language))
        .set("kicker", kicker(chapter, signs_each_chapter(book), typesetter))
        .set("standfirst", typesetter.authored(chapter.subtitle, chapter.language, chapter.language))
        .set("body", body.text)
        .set("source", source_line(chapter, typesetter))
        .set("comments", comment_links(chapter, phrases))
        .set("notes", body.notes)
        .set("notes_title", phrases.text(Phrase::notes));
    return typesetter.filled("chapter.xhtml", values);
}

// --- comments ----------------------------------------------------------------------------------------------------

std::size_t people_in(const Book& book) {
    std::set<std::string> people;
    for (const Chapter& chapter : book.chapters) {
        for (const Appendix& appendix : chapter.appendices)
            for (const Comment& comment : appendix.comments)
                if (!comment.removed && !is_reference(comment)) people.insert(case_folded(comment.author));
        rest(chapter);
    }
    return people.size();
}

std::string comments_summary(const Book& book, Typesetter& typesetter) {
    const Phrases& phrases = typesetter.phrases();
    const std::string comments = markup::escaped(phrases.counted(Phrase::comments_summary, comments_in(book)));
    const std::string people = markup::escaped(phrases.counted(Phrase::people_count, people_in(book)));
    std::optional<std::chrono::sys_seconds> retrieved;
    for (const Chapter& chapter : book.chapters)
        if (chapter.retrieved) retrieved = std::max(retrieved.value_or(*chapter.retrieved), *chapter.retrieved);
    if (!retrieved) return typesetter.phrase(Phrase::comments_from, comments, people);
    const DateTime moment{.local = *retrieved, .offset = std::chrono::minutes{0}};
    return typesetter.phrase(Phrase::comments_retrieved, comments, people, typesetter.day(moment));
}

std::string comments_divider(const Document& document, const Book& book, Typesetter& typesetter) {
    const Phrases& phrases = typesetter.phrases();
    TemplateValues values = frame_values(document, book, typesetter, book.metadata.language);
    values.set("title", phrases.text(Phrase::readers_comments))
        .set("summary", comments_summary(book, typesetter))
        .set("order", phrases.text(Phrase::comments_order));
    return typesetter.filled("comments.xhtml", values);
}

std::string appendix_document(const Document& document, const Book& book, Typesetter& typesetter) {
    const Chapter& chapter = *document.chapter;
    const Appendix& appendix = *document.appendix;
    const Phrases& phrases = typesetter.phrases();
    const std::string title = typesetter.quoted(chapter.title, chapter.language);
    const auto count = static_cast<std::size_t>(std::ranges::count_if(appendix.comments, std::not_fn(is_reference)));
    ThreadValues threads = thread_values(chapter, appendix, index_comments(chapter), typesetter);
    TemplateValues values = frame_values(document, book, typesetter, book.metadata.language);
    values.set("id", appendix.id)
        .set("title", appendix_heading(chapter, appendix, typesetter))
        .set("count", count > 0 ? phrases.counted(Phrase::comments_summary, count) : std::string())
        .set("chapter_href", compose::file_name(chapter.file))
        .set("back", typesetter.phrase(Phrase::to_chapter, title))
        .show("has_comments", count > 0)
        .set("comments", std::move(threads.comments))
        .set("references_title", threads.references.empty() ? std::string() : phrases.text(Phrase::references))
        .set("references", std::move(threads.references));
    return typesetter.filled("appendix.xhtml", values);
}

}  // namespace

TemplateValues frame_values(const Document& document, const Book& book, const Typesetter& typesetter,
                            std::string_view language) {
    TemplateValues values;
    values.set("language", typesetter.book_language())
        .show("rtl", is_right_to_left(typesetter.book_language()))
        .show("fonts", !book.fonts.empty())
        .set("document_title", document.title)
        .set("title_language", foreign_language(document.title, typesetter.book_language()))
        .set("words", typesetter.words_language(language));
    return values;
}

std::string content_document(const Document& document, const Book& book, const Plan& plan, Typesetter& typesetter) {
    switch (document.kind) {
        case DocumentKind::cover: return cover(document, book, typesetter);
        case DocumentKind::title_page: return title_page(document, book, typesetter);
        case DocumentKind::front: return front_document(document, book, typesetter);
        case DocumentKind::contents: return contents_document(document, book, plan, typesetter);
        case DocumentKind::itinerary: return itinerary_document(document, book, typesetter);
        case DocumentKind::part: return part_document(document, book, typesetter);
        case DocumentKind::chapter: return chapter_document(document, book, typesetter);
        case DocumentKind::comments: return comments_divider(document, book, typesetter);
        case DocumentKind::appendix: return appendix_document(document, book, typesetter);
        case DocumentKind::picture_index: return picture_index_document(document, book, typesetter);
        case DocumentKind::sources: return sources_document(document, book, typesetter);
        case DocumentKind::colophon: return colophon_document(document, book, typesetter);
    }
    return {};
}

}  // namespace blogbind::epub
