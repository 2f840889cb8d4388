// What the manifest, the spine and the guide say.
#include <algorithm>
#include <array>
#include <set>

#include "assertions/assertions.h"
#include "base/text.h"

namespace blogbind::testing {

namespace {

Breaches unique_items(const CheckedBook& book) {
    std::set<std::string> ids, hrefs;
    return items_unless(book, [&](const Item& item) {
        return ids.insert(item.id).second && hrefs.insert(item.href).second && book.files.contains(item.path);
    });
}

struct Kind {
    std::string_view media_type, ending, first_bytes;
};

constexpr std::array<Kind, 8> kinds{{{"image/jpeg", ".jpg", "\xFF\xD8\xFF"},
                                     {"image/png", ".png", "\x89PNG"},
                                     {"font/otf", ".otf", "OTTO"},
                                     {"font/ttf", ".ttf", std::string_view("\0\1\0\0", 4)},
                                     {"application/xhtml+xml", ".xhtml", "<?xml"},
                                     {"text/css", ".css", "@charset"},
                                     {"application/x-dtbncx+xml", ".ncx", "<?xml"},
                                     {"audio/mpeg", ".mp3", ""}}};

const Kind* kind_of(const Item& item) {
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [&](const Kind& kind) { return kind.media_type == item.media_type; });
    return found == kinds.end() ? nullptr : &*found;
}

Breaches type_is_true(const CheckedBook& book) {
    return items_unless(book, [&](const Item& item) {
        const Kind* kind = kind_of(item);
        const auto file = book.files.find(item.path);
        return kind == nullptr || (item.href.ends_with(kind->ending) && file != book.files.end() &&
                                   file->second->bytes.starts_with(kind->first_bytes));
    });
}

Breaches allowed_types(const CheckedBook& book) {
    return items_unless(book, [](const Item& item) { return kind_of(item) != nullptr; });
}

Breaches nav_and_cover(const CheckedBook& book) {
    const Item* cover = nullptr;
    int navs = 0, covers = 0;
    for (const Item& item : book.manifest) {
        if (has_word(item.properties, "nav")) ++navs;
        if (!has_word(item.properties, "cover-image")) continue;
        ++covers;
        cover = &item;
    }
    int named = 0;
    for (const Element* meta : elements(book.metadata, "meta")) {
        if (value(meta, "name") != "cover") continue;
        const bool name_comes_first = std::string_view(meta->FirstAttribute()->Name()) == "name";
        if (name_comes_first && cover != nullptr && value(meta, "content") == cover->id) ++named;
    }
    if (!book.has_cover) return unless(navs == 1 && covers == 0 && named == 0, "navigation document, or a cover");
    return unless(navs == 1 && covers == 1 && named == 1 && cover->properties == "cover-image" &&
                      cover->media_type == "image/jpeg",
                  "navigation document or cover");
}

Breaches no_scripts(const CheckedBook& book) {
    return items_unless(book, [](const Item& item) {
        return !has_word(item.properties, "scripted") && !has_word(item.properties, "remote-resources") &&
               !has_word(item.properties, "switch");
    });
}

Breaches spine(const CheckedBook& book) {
    const Element* spine = book.package->FirstChildElement("spine");
    std::set<std::string> seen;
    bool sound = value(spine, "toc") == "ncx";
    for (const Element* reference : elements(spine, "itemref"))
        sound = sound && seen.emplace(value(reference, "idref")).second && !has(reference, "linear");
    Breaches found = unless(sound, "spine");
    const Breaches missing = items_unless(
        book, [&](const Item& item) { return item.media_type != "application/xhtml+xml" || seen.contains(item.id); });
    found.insert(found.end(), missing.begin(), missing.end());
    return found;
}

std::size_t place(const CheckedBook& book, const Document* document) {
    return static_cast<std::size_t>(document - book.documents.data());
}

Breaches reading_order(const CheckedBook& book) {
    const std::size_t first = place(book, book.chapters.front()), last = place(book, book.chapters.back());
    Breaches found;
    const std::size_t title = book.has_cover ? 1 : 0;
    if ((book.has_cover && !book.documents[0].is("cover")) || !book.documents[title].is("titlepage"))
        found.emplace_back("front");
    if (place(book, book.nav) > first) found.emplace_back("contents behind the first chapter");
    if (!book.documents.back().is("colophon")) found.emplace_back("colophon");
    const bool after_each = std::any_of(book.appendices.begin(), book.appendices.end(),
                                        [&](const Document* appendix) { return place(book, appendix) == first + 1; });
    for (const Document* appendix : book.appendices)
        if (place(book, appendix) < (after_each ? first : last)) found.push_back(appendix->path);
    return found;
}

Breaches direction(const CheckedBook& book) {
    const std::string_view direction = value(book.package->FirstChildElement("spine"), "page-progression-direction");
    return unless((direction == "rtl") == (book.right_to_left || book.vertical), direction);
}

Breaches guide(const CheckedBook& book) {
    std::string types, text;
    for (const Element* reference : elements(book.package->FirstChildElement("guide"), "reference")) {
        types.append(value(reference, "type")).append(" ");
        if (value(reference, "type") == "text") text = target_of(value(reference, "href"), "EPUB/package.opf");
    }
    return unless(types == (book.has_cover ? "cover toc text " : "toc text ") && book.files.contains(text), types);
}

}  // namespace

std::span<const Assertion> manifest_assertions() {
    static const char* const opf = "package.opf";
    static const std::vector<Assertion> all{
        {"A25",
         "ids and files of the manifest are unique and there",
         unique_items,
         {replace(opf, "href=\"css/book.css\"", "href=\"css/Book.css\""),
          replace(opf, "\"css-enhance\"", "\"css-book\"")}},
        {"A26",
         "type, ending and first bytes agree",
         type_is_true,
         {replace(opf, "css/book.css\" media-type=\"text/css\"", "css/book.css\" media-type=\"image/png\""),
          change(".jpg", [](ZipEntry& entry) { entry.bytes.replace(0, 4, "RIFF"); })}},
        {"A27",
         "one navigation document and one cover are named as old readers want it",
         nav_and_cover,
         {replace(opf, "properties=\"cover-image\"", "properties=\"cover-image svg\""),
          replace(opf, "name=\"cover\" content=\"cover-image\"", "content=\"cover-image\" name=\"cover\"")}},
        {"A28",
         "nothing is scripted or elsewhere",
         no_scripts,
         {replace(opf, "properties=\"nav\"", "properties=\"nav scripted\"")}},
        {"A29",
         "every document stands in the spine once",
         spine,
         {replace(opf, "<itemref idref=\"titlepage\"/>", ""),
          replace(opf, "<itemref idref=\"cover\"/>", "<itemref idref=\"cover\" linear=\"no\"/>")}},
        {"A30",
         "documents stand in their order",
         reading_order,
         {replace(opf, "<itemref idref=\"cover\"/>", "<itemref idref=\"colophon\"/>"),
          [](Entries& entries) {
              replace(opf, "<itemref idref=\"nav\"/>", "")(entries);
              replace(opf, "<itemref idref=\"comments\"/>",
                      "<itemref idref=\"nav\"/><itemref idref=\"comments\"/>")(entries);
          }}},
        {"A31",
         "pages are turned as the text runs",
         direction,
         {replace(opf, "<spine ", "<spine page-progression-direction=\"rtl\" ")}},
        {"A32",
         "the guide names cover, contents and text",
         guide,
         {replace(opf, "type=\"text\"", "type=\"other.text\"")}},
        {"A71",
         "only the allowed media types occur",
         allowed_types,
         {replace(opf, "media-type=\"image/jpeg\"", "media-type=\"image/webp\"")}},
    };
    return all;
}

}  // namespace blogbind::testing
