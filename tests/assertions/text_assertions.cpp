// The parts of a text: notes, pictures, tables, times, foreign words.
#include <algorithm>
#include <array>
#include <map>
#include <regex>

#include "assertions/assertions.h"
#include "base/phrases.h"
#include "base/text.h"
#include "base/utf8.h"

namespace blogbind::testing {

namespace {

std::string_view name_of(const Element* element) { return element->Name(); }

const Element* with_id(const std::vector<const Element*>& all, std::string_view id) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Element* element) { return value(element, "id") == id; });
    return found == all.end() ? nullptr : *found;
}

/// A note stands behind its reference, and leads back to it.
bool leads_to_its_note(const Element* reference, const std::vector<const Element*>& all) {
    const std::string_view target = value(reference, "href");
    const Element* note = target.starts_with('#') ? with_id(all, target.substr(1)) : nullptr;
    if (note == nullptr || value(note, "role") != "doc-footnote") return false;
    if (std::find(all.begin(), all.end(), note) < std::find(all.begin(), all.end(), reference)) return false;
    const std::vector<const Element*> links = elements(note, "a");
    return std::any_of(links.begin(), links.end(), [&](const Element* link) {
        return value(link, "href") == "#" + std::string(value(reference, "id"));
    });
}

Breaches notes(const CheckedBook& book) {
    return documents_unless(book, [](const Document& document) {
        const std::vector<const Element*> all = elements(document.body);
        return std::all_of(all.begin(), all.end(), [&](const Element* element) {
            return value(element, "role") != "doc-noteref" || leads_to_its_note(element, all);
        });
    });
}

bool is_junk(const std::string& alt) {
    static const std::regex junk(
        "(img|dsc|dscn|image|photo|p)?[-_ ]?\\d+([^\\w].*)?|.*\\.(jpe?g|png|gif|webp)|https?:.*|"
        "(image|picture|photo) of .*",
        std::regex::icase);
    return std::regex_match(alt, junk);
}

Breaches descriptions(const CheckedBook& book) {
    return elements_unless(book, "img", [](const Document&, const Element* image) {
        const std::string alt(value(image, "alt"));
        return !alt.empty() && trimmed(alt) == alt && character_count(alt) <= 500 && !is_junk(alt);
    });
}

Breaches captions_not_repeated(const CheckedBook& book) {
    return elements_unless(book, "figure", [](const Document&, const Element* figure) {
        const Element* caption = figure->FirstChildElement("figcaption");
        const Element* frame = figure->FirstChildElement("p");
        const Element* image = frame == nullptr ? nullptr : frame->FirstChildElement("img");
        return caption == nullptr || image == nullptr || words(caption) != value(image, "alt");
    });
}

Breaches frames(const CheckedBook& book) {
    return elements_unless(book, "img", [](const Document&, const Element* image) {
        const Element* parent = image->Parent()->ToElement();
        return value(image, "role") == "doc-cover" ||
               (name_of(parent) == "p" && has_word(value(parent, "class"), "frame"));
    });
}

Breaches captions(const CheckedBook& book) {
    return elements_unless(book, "figure", [](const Document&, const Element* figure) {
        int count = 0;
        for (const Element* child = figure->FirstChildElement("figcaption"); child != nullptr;
             child = child->NextSiblingElement("figcaption")) {
            ++count;
            for (const Element* part = child->FirstChildElement(); part != nullptr; part = part->NextSiblingElement())
                if (name_of(part) != "p") return false;
        }
        return count <= 1;
    });
}

Breaches tables(const CheckedBook& book) {
    return elements_unless(book, "", [](const Document&, const Element* element) {
        if (name_of(element) == "th") return value(element, "scope") == "row" || value(element, "scope") == "col";
        if (name_of(element) != "tr") return true;
        int cells = 0;
        for (const Element* cell = element->FirstChildElement(); cell != nullptr; cell = cell->NextSiblingElement())
            ++cells;
        return cells <= 4;
    });
}

Breaches times(const CheckedBook& book) {
    static const std::regex pattern("\\d{4}(-\\d\\d){0,2}(T\\d\\d:\\d\\d(:\\d\\d)?(Z|[+-]\\d\\d:\\d\\d)?)?");
    return elements_unless(book, "time", [](const Document&, const Element* time) {
        return std::regex_match(std::string(value(time, "datetime")), pattern);
    });
}

Breaches language_tags(const CheckedBook& book) {
    static const std::regex tag("[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\\d{3}))?");
    return elements_unless(book, "", [](const Document&, const Element* element) {
        const std::string language(value(element, "lang"));
        return value(element, "xml:lang") == language &&
               (!has(element, "lang") || (language != "und" && std::regex_match(language, tag)));
    });
}

struct Script {
    char32_t first, last;
    std::string_view languages;  ///< written in it
};

constexpr std::array<Script, 9> scripts{{{0x0370, 0x03FF, "el"},
                                         {0x0400, 0x04FF, "ru uk be bg sr mk kk ky mn tg"},
                                         {0x0590, 0x05FF, "he yi"},
                                         {0x0600, 0x06FF, "ar fa ur ps sd ug ku"},
                                         {0x0900, 0x097F, "hi mr ne sa"},
                                         {0x0E00, 0x0E7F, "th"},
                                         {0x3040, 0x30FF, "ja"},
                                         {0x4E00, 0x9FFF, "zh ja ko yue"},
                                         {0xAC00, 0xD7A3, "ko"}}};

/// The language that holds for an element's own text.
std::string language_at(const Element* element) {
    for (; element != nullptr; element = element->Parent()->ToElement()) {
        if (has(element, "lang")) {
            const std::string_view tag = value(element, "lang");
            return std::string(tag.substr(0, tag.find('-')));
        }
    }
    return {};
}

Breaches foreign_scripts(const CheckedBook& book) {
    return elements_unless(book, "", [](const Document&, const Element* element) {
        const std::string text = own_words(element), language = language_at(element);
        for (std::size_t at = 0; at < text.size();) {
            const char32_t c = next_character(text, at);
            for (const Script& script : scripts)
                if (c >= script.first && c <= script.last && is_letter(c) && !has_word(script.languages, language))
                    return false;
        }
        return true;
    });
}

}  // namespace

std::span<const Assertion> text_assertions() {
    static const char* const page = "colophon.xhtml";
    static const char* const chapter = "salt-works.xhtml";
    static const std::vector<Assertion> all{
        {"A50",
         "notes are reached and lead back",
         notes,
         {replace(chapter, "href=\"#fn-", "href=\"#gone-"), replace(chapter, "role=\"doc-footnote\"", "role=\"note\""),
          replace(chapter, "href=\"#fnref-", "href=\"#title-")}},
        {"A51",
         "pictures have descriptions, and no junk in their place",
         descriptions,
         {replace(chapter, " alt=\"", " alt=\"\" title=\""), replace(chapter, " alt=\"", " alt=\"IMG_1234\" title=\""),
          replace(chapter, " alt=\"", " alt=\"harbour.jpg\" title=\""),
          replace(chapter, " alt=\"", " alt=\"photo of \" title=\"")}},
        {"A51",
         "no description repeats the caption",
         captions_not_repeated,
         {replace(chapter, "<figcaption>",
                  "<figcaption><p>x</p></figcaption></figure><figure><p><img alt=\"y\" src=\"x\"/></p>"
                  "<figcaption><p>y</p></figcaption></figure><figure><figcaption>")}},
        {"A52", "pictures stand in frames", frames, {replace(chapter, "<p class=\"frame\">", "<p>")}},
        {"A53",
         "a figure has at most one caption, of paragraphs",
         captions,
         {replace(chapter, "<figcaption>", "<figcaption><p>x</p></figcaption><figcaption>"),
          replace(chapter, "<figcaption>", "<figcaption><div></div>")}},
        {"A54",
         "heads of tables have a scope, and rows at most four cells",
         tables,
         {replace(chapter, " scope=\"col\"", ""),
          replace(chapter, "<td>", "<td>1</td><td>2</td><td>3</td><td>4</td><td>")}},
        {"A55", "times are valid", times, {replace(chapter, " datetime=\"", " datetime=\"May ")}},
        {"A62",
         "languages are told with well-formed tags",
         language_tags,
         {replace(chapter, " lang=\"ko\"", " lang=\"und\""), replace(chapter, " lang=\"ko\"", " lang=\"kor-KR-x\"")}},
        {"A62",
         "words in other scripts say their language",
         foreign_scripts,
         {replace(page, "</section>", "<p>\xD0\xBC\xD0\xBE\xD1\x80\xD0\xB5</p></section>")}},
    };
    return all;
}

}  // namespace blogbind::testing
