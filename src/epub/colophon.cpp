// "About this book": where everything is from, what is missing, whose it is, how it was made.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/program.h"
#include "base/text.h"
#include "epub/accessibility.h"
#include "epub/documents.h"
#include "epub/loss_reasons.h"
#include "markup/xhtml_writer.h"

namespace blogbind::epub {

namespace {

constexpr std::size_t most_cases = 200;

/// Which sentence of the colophon speaks of which losses.
struct LossKind {
    IssueCode code;
    Phrase phrase;
};
constexpr std::array<LossKind, issue_code_count> loss_kinds{{
    {IssueCode::post_unreachable, Phrase::lost_posts},       {IssueCode::post_without_body, Phrase::lost_posts},
    {IssueCode::part_missing, Phrase::lost_parts},           {IssueCode::listing_incomplete, Phrase::lost_other},
    {IssueCode::comments_incomplete, Phrase::lost_comments}, {IssueCode::image_unreachable, Phrase::lost_images},
    {IssueCode::image_unreadable, Phrase::lost_images},      {IssueCode::image_animated, Phrase::lost_other},
    {IssueCode::embed_replaced, Phrase::lost_embeds},        {IssueCode::link_unresolvable, Phrase::lost_other},
    {IssueCode::element_dropped, Phrase::lost_other},        {IssueCode::text_repaired, Phrase::lost_other},
    {IssueCode::markup_truncated, Phrase::lost_other},       {IssueCode::pictures_absent, Phrase::lost_other},
    {IssueCode::book_oversized, Phrase::lost_other},         {IssueCode::text_repeated, Phrase::lost_other},
    {IssueCode::pictures_reduced, Phrase::lost_other},       {IssueCode::size_exceeded, Phrase::lost_other},
    {IssueCode::cover_missing, Phrase::lost_other},          {IssueCode::post_vanished, Phrase::vanished_posts},
    {IssueCode::post_rescued, Phrase::rescued_posts},        {IssueCode::image_rescued, Phrase::rescued_images},
    {IssueCode::rule_unmatched, Phrase::lost_other},         {IssueCode::post_truncated, Phrase::cut_posts},
    {IssueCode::font_unavailable, Phrase::lost_other},       {IssueCode::map_missing, Phrase::lost_other},
    {IssueCode::quote_repeated, Phrase::lost_other},         {IssueCode::about_missing, Phrase::lost_other},
}};
constexpr std::array loss_order{
    Phrase::rescued_posts, Phrase::rescued_images, Phrase::vanished_posts, Phrase::lost_posts,  Phrase::cut_posts,
    Phrase::lost_parts,    Phrase::lost_comments,  Phrase::lost_images,    Phrase::lost_embeds, Phrase::lost_other};

Phrase phrase_for(IssueCode code) {
    for (const LossKind& kind : loss_kinds)
        if (kind.code == code) return kind.phrase;
    return Phrase::lost_other;
}

std::string address_link(const Url& url, Typesetter& typesetter) {
    std::string shown = readable(url);
    if (shown.ends_with('/')) shown.pop_back();
    return typesetter.link(url.text(), typesetter.authored(shown));
}

/// Details are told in English: elsewhere, what they say is said in the book's own words.
std::string detail_of(const Issue& issue, Typesetter& typesetter) {
    const std::string& book = typesetter.book_language();
    if (typesetter.phrases().language() == "en")
        return typesetter.authored(issue.detail, "en", typesetter.words_language(book).empty() ? book : "en");
    const LossReason reason = loss_reason(issue, typesetter.phrases());
    const std::string facts = typesetter.authored(reason.facts);
    if (reason.words.empty() || facts.empty()) return reason.words + facts;
    return fmt::format("{} ({})", markup::escaped(reason.words), facts);
}

/// The place, linked if it has an address, and what was wrong.
std::string case_line(const Issue& issue, Typesetter& typesetter) {
    const std::optional<Url> url = Url::parse(issue.where);
    const std::string place = url && url->is_web() ? address_link(*url, typesetter) : typesetter.authored(issue.where);
    return typesetter.phrases().with_detail(place, detail_of(issue, typesetter));
}

class Losses {
  public:
    Losses(const Book& book, Typesetter& typesetter) : book_(book), typesetter_(typesetter) {}

    TemplateValues::List list() {
        add_titles(Phrase::new_posts, book_.renewal.added);
        add_titles(Phrase::changed_posts, book_.renewal.changed);
        for (const Phrase phrase : loss_order) add_kind(phrase);
        if (book_.losses.empty()) add(typesetter_.phrases().text(Phrase::nothing_lost), {});
        return std::move(list_);
    }

  private:
    void add_titles(Phrase phrase, const std::vector<std::string>& titles) {
        TemplateValues::List cases;
        for (const std::string& title : titles) cases.emplace_back().set("case", typesetter_.authored(title));
        if (!titles.empty()) add(typesetter_.phrases().counted(phrase, titles.size()), std::move(cases));
    }
    void add_kind(Phrase phrase) {
        std::size_t count = 0;
        TemplateValues::List cases;
        for (const Issue& issue : book_.losses) {
            if (phrase_for(issue.code) != phrase) continue;
            ++count;
            if (cases_ == most_cases) continue;
            ++cases_;
            cases.emplace_back().set("case", case_line(issue, typesetter_));
        }
        if (count == 0) return;
        if (cases.size() < count) {
            const std::string more = typesetter_.phrases().counted(Phrase::more_losses, count - cases.size());
            cases.emplace_back().set("case", markup::escaped(more));
        }
        add(typesetter_.phrases().counted(phrase, count), std::move(cases));
    }
    void add(const std::string& sentence, TemplateValues::List cases) {
        TemplateValues& values = list_.emplace_back();
        values.set("loss", sentence).show("has_cases", !cases.empty()).set("cases", std::move(cases));
    }

    const Book& book_;
    Typesetter& typesetter_;
    TemplateValues::List list_;
    std::size_t cases_ = 0;
};

class Facts {
  public:
    explicit Facts(Typesetter& typesetter) : typesetter_(typesetter) {}

    TemplateValues::List about(const Chapter& chapter) {
        add(Phrase::label_author, typesetter_.authored(typesetter_.phrases().list(chapter.authors)));
        add(Phrase::label_published, moment(chapter.published));
        add(Phrase::label_updated, moment(chapter.updated));
        add(Phrase::label_address,
            chapter.source ? address_link(*chapter.source, typesetter_) : typesetter_.authored(chapter.source_file));
        if (chapter.retrieved)
            add(Phrase::label_retrieved, retrieved({.local = *chapter.retrieved, .offset = std::chrono::minutes{0}}));
        return std::move(list_);
    }

  private:
    void add(Phrase label, const std::string& markup) {
        if (markup.empty()) return;
        list_.emplace_back().set("term", typesetter_.phrases().text(label)).set("fact", markup);
    }
    std::string moment(const std::optional<DateTime>& time) {
        return time ? typesetter_.time(rfc3339(*time), typesetter_.phrases().day(*time)) : std::string();
    }
    std::string retrieved(const DateTime& time) {
        return typesetter_.time(rfc3339(time), typesetter_.phrases().moment(time) + " UTC");
    }

    Typesetter& typesetter_;
    TemplateValues::List list_;
};

TemplateValues::List chapter_list(std::span<const Chapter> chapters, Typesetter& typesetter) {
    TemplateValues::List list;
    for (const Chapter& chapter : chapters) {
        if (chapter.part > 1) continue;
        TemplateValues::List facts = Facts(typesetter).about(chapter);
        const std::string title = typesetter.quoted(chapter.title, chapter.language);
        TemplateValues& values = list.emplace_back();
        // A chapter without an address is its own source.
        const std::string file = chapter.file.substr(chapter.file.rfind('/') + 1);
        values.set("chapter", chapter.source ? title : typesetter.link(file, title))
            .show("has_facts", !facts.empty())
            .set("facts", std::move(facts));
    }
    return list;
}

std::string summary(const Book& book, const Phrases& phrases) {
    const auto posts = std::ranges::count(book.chapters, 1, &Chapter::part);
    return phrases.text(Phrase::about_summary, phrases.counted(Phrase::posts_count, static_cast<std::size_t>(posts)),
                        phrases.counted(Phrase::photos_count, book.resources.size()),
                        phrases.counted(Phrase::comments_summary, comments_in(book)));
}

std::string series_link(const Book& book, Typesetter& typesetter) {
    const std::optional<Url>& source = book.metadata.source;
    const bool is_first_post = source && book.chapters.front().source == source;
    return source && !is_first_post ? address_link(*source, typesetter) : std::string();
}

/// Whose fonts the book shows, and what allows that.
std::string about_fonts(const Book& book, const Phrases& phrases) {
    std::vector<std::string> within;
    bool is_all = false;
    for (const Font& font : book.fonts) {
        is_all = is_all || font.language.empty();
        const std::string entry =
            font.licence.empty() ? font.family : fmt::format("{} ({})", font.family, font.licence);
        if (std::ranges::find(within, entry) == within.end()) within.push_back(entry);
    }
    std::vector<std::string> sentences;
    if (!is_all) sentences.push_back(phrases.text(Phrase::readers_font));
    if (!within.empty()) sentences.push_back(phrases.text(Phrase::fonts_within, phrases.list(within)));
    return phrases.sentences(sentences);
}

std::vector<std::string> making(const Book& book, const Phrases& phrases) {
    std::vector<std::string> sentences{phrases.text(Phrase::made_with, program_name)};
    sentences.push_back(about_fonts(book, phrases));
    if (!book.coastlines.empty()) sentences.push_back(phrases.text(Phrase::coastlines_from, book.coastlines));
    sentences.push_back(accessibility_summary(book, phrases));
    return sentences;
}

}  // namespace

std::string sources_document(const Document& document, const Book& book, Typesetter& typesetter) {
    const auto chapters = std::span(book.chapters).subspan(document.begin, document.end - document.begin);
    TemplateValues values = frame_values(document, book, typesetter, book.metadata.language);
    values.set("id", document.id)
        .set("title", typesetter.phrases().text(Phrase::sources))
        .set("chapters", chapter_list(chapters, typesetter));
    return typesetter.filled("sources.xhtml", values);
}

std::string colophon_document(const Document& document, const Book& book, Typesetter& typesetter) {
    const Phrases& phrases = typesetter.phrases();
    const bool has_sources = !has_documents_of_sources(book);
    TemplateValues values = frame_values(document, book, typesetter, book.metadata.language);
    values.set("title", phrases.text(Phrase::about_book))
        .set("summary", summary(book, phrases))
        .set("sources", phrases.text(Phrase::sources))
        .set("label_series", phrases.text(Phrase::label_series))
        .set("series", series_link(book, typesetter))
        .set("sources_href", has_sources ? std::string() : "index_sources.xhtml")
        .set("chapters", has_sources ? chapter_list(book.chapters, typesetter) : TemplateValues::List())
        .set("losses_title", phrases.text(Phrase::changes_and_losses))
        .set("losses", Losses(book, typesetter).list())
        .set("rights_title", phrases.text(Phrase::rights))
        .set("rights", typesetter.authored(book.metadata.rights))
        .set("making_title", phrases.text(Phrase::how_made))
        .set("making", phrases.sentences(making(book, phrases)));
    return typesetter.filled("colophon.xhtml", values);
}

}  // namespace blogbind::epub
