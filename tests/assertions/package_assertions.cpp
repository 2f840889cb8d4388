// What the package document says of the book.
#include <algorithm>
#include <array>
#include <regex>
#include <set>

#include "assertions/assertions.h"
#include "base/phrases.h"
#include "base/text.h"
#include "base/utf8.h"

namespace blogbind::testing {

namespace {

bool matches(std::string_view text, const char* pattern) {
    return std::regex_match(text.begin(), text.end(), std::regex(pattern));
}

std::vector<std::string> texts_of(const std::vector<const Element*>& elements) {
    std::vector<std::string> texts;
    for (const Element* element : elements) texts.push_back(words(element));
    return texts;
}

Breaches identity(const CheckedBook& book) {
    std::vector<std::string> unique;
    for (const Element* identifier : book.metadata_elements("dc:identifier"))
        if (value(identifier, "id") == value(book.package, "unique-identifier")) unique.push_back(words(identifier));
    return unless(
        value(book.package, "version") == "3.0" && unique.size() == 1 &&
            matches(unique[0], "urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"),
        "version or identifier");
}

Breaches one_title(const CheckedBook& book) { return unless(book.metadata_elements("dc:title").size() == 1, "titles"); }

Breaches language(const CheckedBook& book) {
    return unless(matches(book.language, "[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\\d{3}))?") &&
                      book.language != "und" && value(book.package, "xml:lang") == book.language,
                  book.language);
}

Breaches modified(const CheckedBook& book) {
    const std::vector<std::string> times = book.values("dcterms:modified");
    return unless(times.size() == 1 && matches(times[0], "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"), "modified");
}

Breaches date(const CheckedBook& book) {
    const std::vector<std::string> dates = texts_of(book.metadata_elements("dc:date"));
    return unless(dates.empty() || (dates.size() == 1 && matches(dates[0], "\\d{4}(-\\d\\d(-\\d\\d)?)?")), "date");
}

Breaches creators(const CheckedBook& book) {
    Breaches found;
    for (const Element* creator : book.metadata_elements("dc:creator")) {
        const std::string reference = "#" + std::string(value(creator, "id"));
        for (const char* needed : {"role", "file-as"})
            if (std::none_of(book.properties.begin(), book.properties.end(), [&](const Property& property) {
                    return property.name == needed && property.refines == reference;
                }))
                found.push_back(words(creator) + " has no " + needed);
    }
    return found;
}

Breaches sources(const CheckedBook& book) {
    Breaches found;
    for (const std::string& source : texts_of(book.metadata_elements("dc:source")))
        if (!matches(source, "https?://[^ ]+")) found.push_back(source);
    return found;
}

Breaches statements(const CheckedBook& book) {
    Breaches found;
    for (const char* name : {"dc:rights", "dc:publisher", "dc:description"}) {
        const std::vector<std::string> texts = texts_of(book.metadata_elements(name));
        // A post of no known blog has neither publisher nor rights to tell.
        const bool may_lack = book.metadata_elements("dc:source").empty();
        if (texts.size() > 1 || (texts.empty() && !may_lack)) found.emplace_back(name);
        for (const std::string& text : texts)
            if (std::regex_search(text, std::regex("</?[a-z]+[^<]*>"))) found.push_back(text);
    }
    return found;
}

Breaches tidy_values(const CheckedBook& book) {
    Breaches found;
    for (const Element* element : elements(book.metadata)) {
        if (element == book.metadata || has(element, "content") || has(element, "href")) continue;
        const char* text = element->GetText();
        if (text == nullptr || collapsed(text) != text || nfc(text) != text) found.emplace_back(element->Name());
    }
    return found;
}

Breaches collections(const CheckedBook& book) {
    Breaches found;
    for (const Element* meta : elements(book.metadata, "meta")) {
        if (value(meta, "property") != "belongs-to-collection") continue;
        const std::string reference = "#" + std::string(value(meta, "id"));
        if (std::none_of(book.properties.begin(), book.properties.end(), [&](const Property& property) {
                return property.name == "collection-type" && property.refines == reference;
            }))
            found.push_back(words(meta));
    }
    std::string calibre;
    for (const Element* meta : elements(book.metadata, "meta"))
        if (value(meta, "name").starts_with("calibre:series")) calibre.append(value(meta, "name")).append(" ");
    if (!calibre.empty() && calibre != "calibre:series " && calibre != "calibre:series calibre:series_index ")
        found.push_back(calibre);
    return found;
}

struct Vocabulary {
    const char* property;
    std::set<std::string> values;
};

const std::array<Vocabulary, 4>& vocabularies() {
    static const std::array<Vocabulary, 4> all{
        {{"schema:accessMode", {"textual", "visual", "auditory"}},
         {"schema:accessModeSufficient", {"textual", "textual,visual", "textual,auditory", "textual,visual,auditory"}},
         {"schema:accessibilityFeature",
          {"ARIA", "alternativeText", "displayTransformability", "readingOrder", "structuralNavigation",
           "tableOfContents", "unlocked", "MathML", "fullRubyAnnotations", "rubyAnnotations", "longDescription",
           "transcript"}},
         {"schema:accessibilityHazard",
          {"none", "unknown", "sound", "flashing", "motionSimulation", "noFlashingHazard", "noMotionSimulationHazard",
           "noSoundHazard"}}}};
    return all;
}

Breaches accessibility(const CheckedBook& book) {
    Breaches found;
    for (const Vocabulary& vocabulary : vocabularies()) {
        const std::vector<std::string> values = book.values(vocabulary.property);
        if (values.empty()) found.emplace_back(vocabulary.property);
        for (const std::string& value : values)
            if (!vocabulary.values.contains(value)) found.push_back(value);
    }
    const std::vector<std::string> summary = book.values("schema:accessibilitySummary");
    if (summary.size() != 1 || character_count(summary[0]) > 500) found.emplace_back("summary");
    return found;
}

bool holds(const std::vector<std::string>& values, std::string_view value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

Breaches descriptions_claimed(const CheckedBook& book) {
    const Phrases& phrases = Phrases::in_language(book.language);
    bool all_described = true;
    for (const Document& document : book.documents)
        for (const Element* image : elements(document.body, "img"))
            for (const Phrase phrase : {Phrase::photo, Phrase::photo_undescribed})
                if (value(image, "alt") == phrases.text(phrase)) all_described = false;
    const bool claimed = holds(book.values("schema:accessModeSufficient"), "textual") ||
                         holds(book.values("schema:accessibilityFeature"), "alternativeText");
    return unless(all_described || !claimed, "a picture has no description");
}

Breaches conformance(const CheckedBook& book) {
    return unless(book.values("dcterms:conformsTo").empty() || !book.values("a11y:certifiedBy").empty(),
                  "nobody certified it");
}

Breaches hazards(const CheckedBook& book) {
    if (!holds(book.values("schema:accessibilityHazard"), "none")) return {};
    return elements_unless(book, "", [](const Document&, const Element* element) {
        const std::string_view name = element->Name();
        return name != "audio" && name != "video";
    });
}

}  // namespace

std::span<const Assertion> package_assertions() {
    static const char* const opf = "package.opf";
    static const std::vector<Assertion> all{
        {"A11",
         "version 3.0, and an identifier that is a UUID of version 5",
         identity,
         {replace(opf, "version=\"3.0\"", "version=\"3.1\""), replace(opf, "urn:uuid:", "uuid:")}},
        {"A12", "there is one title", one_title, {replace(opf, "<dc:title ", "<dc:title>B</dc:title><dc:title ")}},
        {"A13",
         "the language is well-formed and the package's",
         language,
         {replace(opf, "<dc:language>", "<dc:language>eng-"), replace(opf, "xml:lang=\"", "xml:lang=\"x")}},
        {"A14", "it was modified at one time", modified, {replace(opf, "Z</meta>", "+01:00</meta>")}},
        {"A15", "it has at most one date", date, {replace(opf, "<dc:date>", "<dc:date>on </dc:date><dc:date>")}},
        {"A16",
         "creators have role and file-as",
         creators,
         {replace(opf, "refines=\"#author\"", "refines=\"#title\"")}},
        {"A17", "sources are absolute addresses", sources, {replace(opf, "<dc:source>http", "<dc:source>blog/http")}},
        {"A18",
         "rights, publisher and description are told, without markup",
         statements,
         {replace(opf, "dc:rights>", "dc:rights>&lt;b&gt;"), replace_all(opf, "dc:publisher>", "dc:relation>")}},
        {"A19",
         "texts are trimmed, not empty, in NFC",
         tidy_values,
         {replace(opf, "<dc:publisher>", "<dc:publisher> "),
          replace(opf, "<dc:publisher>", "<dc:publisher>e\xCC\x81")}},
        {"A20",
         "a collection has its type, and calibre's series its index after it",
         collections,
         {replace(opf, "<meta name=\"cover\"",
                  "<meta name=\"calibre:series_index\" content=\"1\"/><meta name=\"cover\""),
          replace(opf, "<dc:type>", "<meta property=\"belongs-to-collection\" id=\"c\">C</meta><dc:type>")}},
        {"A21",
         "the five accessibility properties have values of their vocabulary",
         accessibility,
         {replace(opf, ">readingOrder<", ">pageNavigation<"),
          replace(opf, "schema:accessibilitySummary", "schema:accessibilitySummaries"),
          replace(opf, "\"schema:accessibilityHazard\"", "\"schema:hazard\"")}},
        {"A22",
         "what is claimed of descriptions is true",
         descriptions_claimed,
         {replace(opf, "<meta property=\"schema:accessibilityFeature\">ARIA",
                  "<meta property=\"schema:accessibilityFeature\">alternativeText</meta>"
                  "<meta property=\"schema:accessibilityFeature\">ARIA")}},
        {"A23",
         "no conformance is claimed without a certifier",
         conformance,
         {replace(opf, "<meta property=\"dcterms:modified\">",
                  "<meta property=\"dcterms:conformsTo\">EPUB Accessibility 1.1</meta>"
                  "<meta property=\"dcterms:modified\">")}},
        {"A24",
         "no hazard means no audio and no video",
         hazards,
         {replace("colophon.xhtml", "</section>", "<audio></audio></section>")}},
    };
    return all;
}

}  // namespace blogbind::testing
