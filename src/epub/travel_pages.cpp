// The itinerary with its map, and the index of pictures.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "compose/anchors.h"
#include "compose/travel.h"
#include "epub/documents.h"

namespace blogbind::epub {

namespace {

constexpr std::size_t longest_alternative = 480;

/// As for photographs: so wide that an upright one leaves room for its caption (book.css).
std::string width_class(const Resource& picture) {
    const int share = picture.height > 0 ? 93 * picture.width / picture.height / 5 * 5 : 100;
    return fmt::format("w{}", std::clamp(share, 40, 100));
}

std::string map_alternative(const Book& book, const Phrases& phrases) {
    std::vector<std::string> places;
    for (const compose::RoutePoint& point : compose::route_of(book.itinerary))
        if (places.empty() || places.back() != point.place) places.push_back(point.place);
    return shortened(phrases.with_detail(phrases.text(Phrase::route_map), phrases.list(places)), longest_alternative);
}

TemplateValues::List stop_rows(const Document& document, const Book& book, Typesetter& typesetter) {
    TemplateValues::List rows;
    for (std::size_t i = document.begin; i < document.end; ++i) {
        const Stop& stop = book.itinerary[i];
        const Chapter& chapter = book.chapters[stop.chapter];
        const std::string title = typesetter.quoted(chapter.title, chapter.language);
        rows.emplace_back()
            .set("day", chapter.published ? typesetter.day(*chapter.published) : std::string())
            .set("stop", typesetter.quoted(stop.place, chapter.language))
            .set("link", typesetter.link(compose::file_name(chapter.file), title));
    }
    return rows;
}

}  // namespace

std::string itinerary_document(const Document& document, const Book& book, Typesetter& typesetter) {
    const Phrases& phrases = typesetter.phrases();
    const bool has_map = book.map && document.begin == 0;
    TemplateValues values = frame_values(document, book, typesetter, book.metadata.language);
    values.set("id", document.id)
        .set("title", phrases.text(Phrase::itinerary))
        .set("map", has_map ? book.map->path : std::string())
        .set("map_width", has_map ? width_class(*book.map) : std::string())
        .set("map_title", phrases.text(Phrase::route_map))
        .set("map_alt", map_alternative(book, phrases))
        .set("date", phrases.text(Phrase::label_date))
        .set("place", phrases.text(Phrase::label_place))
        .set("chapter", phrases.text(Phrase::label_chapter))
        .set("stops", stop_rows(document, book, typesetter));
    return typesetter.filled("itinerary.xhtml", values);
}

std::string picture_index_document(const Document& document, const Book& book, Typesetter& typesetter) {
    TemplateValues::List chapters;
    for (std::size_t i = document.begin; i < document.end;) {
        const std::size_t number = book.picture_index[i].chapter;
        const Chapter& chapter = book.chapters[number];
        TemplateValues::List pictures;
        for (; i < document.end && book.picture_index[i].chapter == number; ++i) {
            const CaptionedPicture& picture = book.picture_index[i];
            const std::string target = fmt::format("{}#{}", compose::file_name(chapter.file), picture.anchor);
            const std::string caption =
                typesetter.authored(picture.caption, chapter.language, typesetter.book_language());
            pictures.emplace_back().set("picture", typesetter.link(target, caption));
        }
        const std::string title = heading(chapter, typesetter.phrases());
        chapters.emplace_back()
            .set("chapter", typesetter.authored(title, chapter.language, typesetter.book_language()))
            .set("pictures", std::move(pictures));
    }
    TemplateValues values = frame_values(document, book, typesetter, book.metadata.language);
    values.set("id", document.id)
        .set("title", typesetter.phrases().text(Phrase::photo_index))
        .set("chapters", std::move(chapters));
    return typesetter.filled("pictures.xhtml", values);
}

}  // namespace blogbind::epub
