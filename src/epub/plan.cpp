#include "epub/plan.h"

#include <algorithm>
#include <set>
#include <utility>

namespace blogbind::epub {

namespace {

// A document holds at most 250 KB (epub-output §3.3).
constexpr std::size_t most_entries = 400;
constexpr std::size_t most_sources = 200;  // of each post the colophon says up to 600 bytes, beside all losses

std::string appendix_label(const Chapter& chapter, const Appendix& appendix, const Phrases& phrases) {
    if (appendix.parts == 1) return phrases.text(Phrase::comments_on, chapter.title);
    return phrases.text(Phrase::comments_on_part, chapter.title, std::to_string(appendix.part),
                        std::to_string(appendix.parts));
}

class Planner {
  public:
    Planner(const Book& book, Typesetter& typesetter)
        : book_(book), typesetter_(typesetter), phrases_(typesetter.phrases()) {}

    Plan make() && {
        add_front();
        add_list(DocumentKind::itinerary, "index_route", Phrase::itinerary, book_.itinerary.size(), most_entries);
        for (std::size_t i = 0; i < book_.chapters.size(); ++i) {
            if (const Part* part = part_beginning_with(i)) add_part(*part);
            add_chapter(book_.chapters[i]);
        }
        if (book_.comments_place == CommentsPlace::after_chapters && has_appendices()) add_all_comments();
        add_list(DocumentKind::picture_index, "index_pictures", Phrase::photo_index, book_.picture_index.size(),
                 most_entries);
        if (has_documents_of_sources(book_))
            add_list(DocumentKind::sources, "index_sources", Phrase::sources, book_.chapters.size(), most_sources);
        add(DocumentKind::colophon, "colophon", "text/colophon.xhtml", phrases_.text(Phrase::about_book));
        add_own_entry(Phrase::about_book);
        return std::move(plan_);
    }

  private:
    Document& add(DocumentKind kind, std::string id, std::string href, const std::string& title) {
        return plan_.documents.emplace_back(Document{kind, std::move(id), std::move(href), unique(title)});
    }

    std::string unique(const std::string& title) {
        std::string candidate = title;
        for (int n = 2; !titles_.insert(candidate).second; ++n) candidate = title + " (" + std::to_string(n) + ')';
        return candidate;
    }

    // For the document that was added last.
    ContentsEntry& add_own_entry(Phrase label) {
        const std::string text = phrases_.text(label);
        return plan_.contents.emplace_back(ContentsEntry{
            .href = plan_.documents.back().href, .label = text, .markup = typesetter_.phrase(label), .is_ours = true});
    }

    void add_front() {
        if (book_.cover) add(DocumentKind::cover, "cover", "text/cover.xhtml", phrases_.text(Phrase::cover));
        add(DocumentKind::title_page, "titlepage", "text/titlepage.xhtml", book_.metadata.title);
        add_own_entry(Phrase::title_page);
        for (const FrontPage& page : book_.front) add_front_page(page);
        add(DocumentKind::contents, "nav", "nav.xhtml", phrases_.text(Phrase::contents));
    }

    void add_front_page(const FrontPage& page) {
        const std::string title = heading(page, phrases_);
        add(DocumentKind::front, page.id, page.file, title).front = &page;
        plan_.contents.push_back({.href = page.file,
                                  .label = title,
                                  .markup = typesetter_.authored(title, page.language, typesetter_.book_language()),
                                  .is_ours = page.title.empty()});
    }

    // Only its beginning is in the contents.
    void add_list(DocumentKind kind, const std::string& id, Phrase label, std::size_t size, std::size_t most) {
        for (std::size_t begin = 0; begin < size; begin += most) {
            const std::string name = begin == 0 ? id : id + '_' + std::to_string(begin / most + 1);
            Document& document = add(kind, name, "text/" + name + ".xhtml", phrases_.text(label));
            document.begin = begin;
            document.end = std::min(begin + most, size);
            if (begin == 0) add_own_entry(label);
        }
    }

    [[nodiscard]] const Part* part_beginning_with(std::size_t chapter) const {
        const auto part = std::ranges::find(book_.parts, chapter, &Part::first_chapter);
        return part == book_.parts.end() ? nullptr : &*part;
    }

    void add_part(const Part& part) {
        add(DocumentKind::part, part.id, part.file, part.title).part = &part;
        plan_.contents.push_back({.href = part.file, .label = part.title, .markup = typesetter_.authored(part.title)});
    }

    // In a book with parts, chapters and the comments behind them stand under their part: more than two levels no
    // reader shows.
    void add_chapter(const Chapter& chapter) {
        const std::string title = heading(chapter, phrases_);
        add(DocumentKind::chapter, chapter.id, chapter.file, title).chapter = &chapter;
        std::vector<ContentsEntry>& entries = book_.parts.empty() ? plan_.contents : plan_.contents.back().children;
        ContentsEntry& entry = entries.emplace_back(
            ContentsEntry{.href = chapter.file,
                          .label = title,
                          .markup = typesetter_.authored(title, chapter.language, typesetter_.book_language())});
        if (book_.comments_place == CommentsPlace::after_each_chapter)
            add_appendices(chapter, book_.parts.empty() ? entry : plan_.contents.back());
    }

    void add_appendices(const Chapter& chapter, ContentsEntry& parent) {
        for (const Appendix& appendix : chapter.appendices) {
            const std::string part = appendix.parts > 1 ? " (" + std::to_string(appendix.part) + ')' : std::string();
            Document& document = add(DocumentKind::appendix, appendix.id, appendix.file,
                                     phrases_.text(Phrase::comments_title, chapter.title) + part);
            document.chapter = &chapter;
            document.appendix = &appendix;
            parent.children.push_back({.href = appendix.file,
                                       .label = appendix_label(chapter, appendix, phrases_),
                                       .markup = appendix_heading(chapter, appendix, typesetter_),
                                       .is_ours = true});
        }
    }

    [[nodiscard]] bool has_appendices() const {
        return std::ranges::any_of(book_.chapters, [](const Chapter& c) { return !c.appendices.empty(); });
    }

    void add_all_comments() {
        add(DocumentKind::comments, "comments", "text/comments.xhtml", phrases_.text(Phrase::readers_comments));
        ContentsEntry& entry = add_own_entry(Phrase::readers_comments);
        for (const Chapter& chapter : book_.chapters) add_appendices(chapter, entry);
    }

    const Book& book_;
    Typesetter& typesetter_;
    const Phrases& phrases_;
    std::set<std::string> titles_;
    Plan plan_;
};

}  // namespace

const Document& Plan::first_chapter() const {
    return *std::ranges::find(documents, DocumentKind::chapter, &Document::kind);
}

bool Plan::has_comments() const {
    return std::ranges::find(documents, DocumentKind::appendix, &Document::kind) != documents.end();
}

Plan make_plan(const Book& book, Typesetter& typesetter) { return Planner(book, typesetter).make(); }

std::string heading(const FrontPage& page, const Phrases& phrases) {
    if (!page.title.empty()) return page.title;
    switch (page.kind) {
        case FrontKind::preface: return phrases.text(Phrase::preface);
        case FrontKind::dedication: return phrases.text(Phrase::dedication);
        case FrontKind::introduction: break;
    }
    return phrases.text(Phrase::introduction);
}

std::string heading(const Chapter& chapter, const Phrases& phrases) {
    if (chapter.part == 1) return chapter.title;
    return phrases.text(Phrase::continued, chapter.title, std::to_string(chapter.part), std::to_string(chapter.parts));
}

std::string appendix_heading(const Chapter& chapter, const Appendix& appendix, Typesetter& typesetter) {
    const std::string title = typesetter.quoted(chapter.title, chapter.language);
    if (appendix.parts == 1) return typesetter.phrase(Phrase::comments_on, title);
    return typesetter.phrase(Phrase::comments_on_part, title, std::to_string(appendix.part),
                             std::to_string(appendix.parts));
}

bool has_documents_of_sources(const Book& book) { return book.chapters.size() > most_sources; }

std::size_t comments_in(const Book& book) {
    std::size_t sum = 0;
    for (const Chapter& chapter : book.chapters) sum += chapter.comments_bound;
    return sum;
}

}  // namespace blogbind::epub
