#include "epub/package_document.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/program.h"
#include "base/text.h"
#include "base/utf8.h"
#include "epub/accessibility.h"
#include "epub/package_xml.h"
#include "epub/script_runs.h"
#include "epub/sort_names.h"

namespace blogbind::epub {

namespace {

constexpr const char* apple_prefix = "ibooks: http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/";

std::string full_title(const BookMetadata& metadata) {
    return Phrases::in_language(metadata.language).with_detail(metadata.title, metadata.subtitle);
}

void add_meta(XmlElement& parent, std::string_view property, std::string_view value, std::string_view refines = {},
              std::string_view scheme = {}) {
    if (value.empty()) return;
    const std::string target = refines.empty() ? std::string() : '#' + std::string(refines);
    append(parent, "meta", value,
           {{"refines", target}, {"property", std::string(property)}, {"scheme", std::string(scheme)}});
}

// Values are trimmed and in one line: a leading space breaks readers (epub-output §1.4).
void add_dublin_core(XmlElement& parent, const char* name, std::string_view value) {
    if (const std::string clean = nfc(collapsed(value)); !clean.empty()) append(parent, name, clean);
}

void add_people(XmlElement& metadata, const BookMetadata& book) {
    int n = 0;
    for (const std::string& author : book.authors) {
        const std::string id = ++n == 1 ? "author" : fmt::format("author-{}", n);
        append(metadata, "dc:creator", author, {{"id", id}});
        add_meta(metadata, "role", "aut", id, "marc:relators");
        add_meta(metadata, "file-as", filed_person(author), id);
    }
    append(metadata, "dc:contributor", program_name, {{"id", "tool"}});
    add_meta(metadata, "role", "bkp", "tool", "marc:relators");
}

// Further languages only where a chapter is in them.
void add_languages(XmlElement& metadata, const Book& book) {
    std::vector<std::string> languages{book.metadata.language};
    for (const Chapter& chapter : book.chapters)
        if (std::ranges::find(languages, chapter.language) == languages.end()) languages.push_back(chapter.language);
    for (const std::string& language : languages) append(metadata, "dc:language", language);
}

void add_description(XmlElement& metadata, const Book& book) {
    const BookMetadata& about = book.metadata;
    append(metadata, "dc:identifier", about.identifier, {{"id", "pub-id"}});
    append(metadata, "dc:title", full_title(about), {{"id", "title"}});
    add_meta(metadata, "file-as", filed_title(about.title, about.language), "title");
    add_people(metadata, about);
    add_languages(metadata, book);
    add_dublin_core(metadata, "dc:publisher", about.publisher);
    if (about.last) add_dublin_core(metadata, "dc:date", iso_day(*about.last));
    add_dublin_core(metadata, "dc:description", about.description);
    for (const std::string& subject : about.subjects) add_dublin_core(metadata, "dc:subject", subject);
    add_dublin_core(metadata, "dc:type", "Text");
    if (about.source) add_dublin_core(metadata, "dc:source", about.source->text());
    add_dublin_core(metadata, "dc:rights", about.rights);
    add_meta(metadata, "dcterms:modified", rfc3339_utc(about.modified));
}

void add_series(XmlElement& metadata, const BookMetadata& book) {
    if (book.series.empty()) return;
    append(metadata, "meta", book.series, {{"property", "belongs-to-collection"}, {"id", "series"}});
    add_meta(metadata, "collection-type", "series", "series");
    if (book.series_index) add_meta(metadata, "group-position", fmt::format("{}", *book.series_index), "series");
    if (book.source) add_meta(metadata, "dcterms:identifier", book.source->text(), "series");
}

void add_sources(XmlElement& metadata, const Book& book) {
    for (const Chapter& chapter : book.chapters) {
        if (!chapter.source) continue;
        add_meta(metadata, "dcterms:source", chapter.source->text(), chapter.id);
        if (chapter.published) add_meta(metadata, "dcterms:issued", rfc3339(*chapter.published), chapter.id);
        if (chapter.updated) add_meta(metadata, "dcterms:modified", rfc3339_utc(chapter.updated->utc()), chapter.id);
    }
}

void add_accessibility(XmlElement& metadata, const Book& book, const Phrases& phrases) {
    const PictureDescriptions counts = count_descriptions(book, phrases);
    const bool has_pictures = counts.pictures > 0 || book.cover || book.map;
    add_meta(metadata, "schema:accessMode", "textual");
    if (has_pictures) {
        add_meta(metadata, "schema:accessMode", "visual");
        add_meta(metadata, "schema:accessModeSufficient", "textual,visual");
    }
    if (counts.is_complete()) add_meta(metadata, "schema:accessModeSufficient", "textual");
    add_meta(metadata, "schema:accessibilityFeature", "ARIA");
    if (has_pictures && counts.is_complete()) add_meta(metadata, "schema:accessibilityFeature", "alternativeText");
    for (const std::string_view feature :
         {"displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents", "unlocked"})
        add_meta(metadata, "schema:accessibilityFeature", feature);
    add_meta(metadata, "schema:accessibilityHazard", "none");  // no film, no sound, no animation: a fact
    add_meta(metadata, "schema:accessibilitySummary", shortened(accessibility_summary(book, phrases), 500));
}

void add_aids(XmlElement& metadata, const Book& book) {
    // Apple Books ignores a book's fonts otherwise.
    if (!book.fonts.empty()) add_meta(metadata, "ibooks:specified-fonts", "true");
    append(metadata, "link", {},
           {{"rel", "record"}, {"href", "meta/provenance.json"}, {"media-type", "application/ld+json"}});
    // Kindle's converter asks for this.
    if (book.metadata.is_vertical)
        append(metadata, "meta", {}, {{"name", "primary-writing-mode"}, {"content", "vertical-rl"}});
    // The Nook's parser needs the name before the content.
    if (book.cover) append(metadata, "meta", {}, {{"name", "cover"}, {"content", "cover-image"}});
    if (book.metadata.series.empty()) return;
    append(metadata, "meta", {}, {{"name", "calibre:series"}, {"content", book.metadata.series}});
    if (!book.metadata.series_index) return;
    const std::string index = fmt::format("{}", *book.metadata.series_index);
    append(metadata, "meta", {}, {{"name", "calibre:series_index"}, {"content", index}});
}

void add_guide(XmlElement& package, const Book& book, const Plan& plan, const Phrases& phrases) {
    XmlElement& guide = append(package, "guide");
    const auto add = [&](const char* type, Phrase title, const std::string& href) {
        append(guide, "reference", {}, {{"type", type}, {"title", phrases.text(title)}, {"href", href}});
    };
    if (book.cover) add("cover", Phrase::cover, "text/cover.xhtml");
    add("toc", Phrase::contents, "nav.xhtml");
    add("text", Phrase::start_of_text, plan.first_chapter().href);
}

}  // namespace

std::string package_document(const Book& book, const Plan& plan, const Publication& publication,
                             const Phrases& phrases) {
    const std::string& language = book.metadata.language;
    const bool rtl = is_right_to_left(language);
    XmlDocument xml;
    XmlElement& package = begin(xml, "package",
                                {{"xmlns", "http://www.idpf.org/2007/opf"},
                                 {"version", "3.0"},
                                 {"unique-identifier", "pub-id"},
                                 {"prefix", book.fonts.empty() ? "" : apple_prefix},
                                 {"xml:lang", language},
                                 {"dir", rtl ? "rtl" : "ltr"}});
    XmlElement& metadata = append(package, "metadata", {}, {{"xmlns:dc", "http://purl.org/dc/elements/1.1/"}});
    add_description(metadata, book);
    add_series(metadata, book.metadata);
    add_sources(metadata, book);
    add_accessibility(metadata, book, phrases);
    add_aids(metadata, book);
    XmlElement& manifest = append(package, "manifest");
    for (const ManifestItem& item : publication.manifest)
        append(
            manifest, "item", {},
            {{"id", item.id}, {"href", item.href}, {"media-type", item.media_type}, {"properties", item.properties}});
    XmlElement& spine =
        append(package, "spine", {},
               {{"toc", "ncx"}, {"page-progression-direction", rtl || book.metadata.is_vertical ? "rtl" : ""}});
    for (const std::string& id : publication.spine) append(spine, "itemref", {}, {{"idref", id}});
    add_guide(package, book, plan, phrases);
    return written(xml);
}

std::string container_document() {
    XmlDocument xml;
    XmlElement& container =
        begin(xml, "container", {{"version", "1.0"}, {"xmlns", "urn:oasis:names:tc:opendocument:xmlns:container"}});
    append(append(container, "rootfiles"), "rootfile", {},
           {{"full-path", "EPUB/package.opf"}, {"media-type", "application/oebps-package+xml"}});
    return written(xml);
}

}  // namespace blogbind::epub
