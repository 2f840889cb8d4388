#include "epub/accessibility.h"

#include "markup/body.h"

namespace blogbind::epub {

namespace {

// Alternative texts that the program wrote because the author had not.
bool is_undescribed(std::string_view alt, const Phrases& phrases) {
    return alt == phrases.text(Phrase::photo) || alt == phrases.text(Phrase::photo_undescribed);
}

void count(const markup::Body& body, const Phrases& own, const Phrases& books, PictureDescriptions& result) {
    markup::each_element(body.root(), [&](const markup::Element& element) {
        if (!markup::is_named(element, "img")) return;
        const std::string_view alt = markup::attribute(element, "alt");
        ++result.pictures;
        if (is_undescribed(alt, own) || is_undescribed(alt, books)) ++result.undescribed;
    });
}

}  // namespace

PictureDescriptions count_descriptions(const Book& book, const Phrases& phrases) {
    PictureDescriptions result;
    for (const FrontPage& page : book.front) count(page.body, Phrases::in_language(page.language), phrases, result);
    for (const Chapter& chapter : book.chapters) {
        const Phrases& own = Phrases::in_language(chapter.language);
        count(chapter.body, own, phrases, result);
        for (const Appendix& appendix : chapter.appendices)
            for (const Comment& comment : appendix.comments) count(comment.body, own, phrases, result);
        rest(chapter);
    }
    return result;
}

std::string accessibility_summary(const Book& book, const Phrases& phrases) {
    const PictureDescriptions counts = count_descriptions(book, phrases);
    const std::string pictures =
        counts.pictures == 0 ? phrases.text(Phrase::accessibility_none)
        : counts.is_complete()
            ? phrases.text(Phrase::accessibility_all)
            : phrases.counted(Phrase::accessibility_some, counts.pictures,
                              std::to_string(counts.pictures - counts.undescribed), std::to_string(counts.undescribed));
    return phrases.sentences({pictures, phrases.text(Phrase::no_conformance_claim)});
}

}  // namespace blogbind::epub
