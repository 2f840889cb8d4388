// How content documents are written.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <regex>
#include <set>

#include "assertions/assertions.h"
#include "base/text.h"
#include "base/utf8.h"

namespace blogbind::testing {

namespace {

std::string_view name_of(const Element* element) { return element->Name(); }

template <std::size_t size>
bool is_one_of(std::string_view name, const std::array<std::string_view, size>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_heading(const Element* element) {
    const std::string_view name = name_of(element);
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

std::string title_of(const Document& document) {
    const Element* title = document.root->FirstChildElement("head")->FirstChildElement("title");
    return title == nullptr ? "" : words(title);
}

Breaches preamble(const CheckedBook& book) {
    constexpr std::string_view start = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n";
    return documents_unless(book, [&](const Document& document) {
        return document.bytes->starts_with(start) && is_valid_utf8(*document.bytes) &&
               nfc(*document.bytes) == *document.bytes;
    });
}

Breaches languages_and_titles(const CheckedBook& book) {
    std::set<std::string> titles;
    return documents_unless(book, [&](const Document& document) {
        return value(document.root, "lang") == book.language && value(document.root, "xml:lang") == book.language &&
               (value(document.root, "dir") == "rtl") == book.right_to_left && !title_of(document).empty() &&
               titles.insert(title_of(document)).second;
    });
}

Breaches heading_levels(const CheckedBook& book) {
    return documents_unless(book, [](const Document& document) {
        int last = 1, first_level = 0;
        for (const Element* element : elements(document.body)) {
            if (!is_heading(element)) continue;
            const int level = name_of(element)[1] - '0';
            if (first_level != 0 && (level > last + 1 || level == 1)) return false;
            if (first_level == 0) first_level = level;
            last = level;
        }
        return first_level <= 2;
    });
}

Breaches heading_first(const CheckedBook& book) {
    return documents_unless(book, [](const Document& document) {
        for (const Element* element : elements(document.body))
            if (is_heading(element)) return words(document.body).starts_with(words(element));
        return true;
    });
}

constexpr std::array<std::string_view, 69> allowed{
    "html",   "head",       "meta",   "title", "link", "body", "section", "article",    "aside",  "nav",
    "figure", "figcaption", "div",    "p",     "h1",   "h2",   "h3",      "h4",         "h5",     "h6",
    "hr",     "br",         "ol",     "ul",    "li",   "dl",   "dt",      "dd",         "table",  "caption",
    "thead",  "tbody",      "tr",     "th",    "td",   "pre",  "code",    "blockquote", "a",      "b",
    "i",      "em",         "strong", "span",  "sub",  "sup",  "small",   "s",          "u",      "q",
    "cite",   "abbr",       "time",   "img",   "ruby", "rt",   "rp",      "mark",       "kbd",    "samp",
    "var",    "del",        "ins",    "dfn",   "bdi",  "bdo",  "audio",   "rb",         "address"};

std::vector<std::string_view> attributes_of(const Element* element) {
    std::vector<std::string_view> names;
    for (const auto* attribute = element->FirstAttribute(); attribute != nullptr; attribute = attribute->Next())
        names.emplace_back(attribute->Name());
    return names;
}

Breaches vocabulary(const CheckedBook& book) {
    return elements_unless(book, "", [](const Document&, const Element* element) {
        const std::vector<std::string_view> names = attributes_of(element);
        return is_one_of(name_of(element), allowed) &&
               std::none_of(names.begin(), names.end(), [](std::string_view name) {
                   return name == "style" || name.starts_with("on") || name.starts_with("data-");
               });
    });
}

constexpr std::array<std::string_view, 15> presentational{"bgcolor", "align",   "valign", "width",      "height",
                                                          "border",  "color",   "face",   "size",       "srcset",
                                                          "sizes",   "loading", "target", "background", "rel"};

Breaches no_presentation(const CheckedBook& book) {
    return elements_unless(book, "", [](const Document&, const Element* element) {
        const std::vector<std::string_view> names = attributes_of(element);
        return name_of(element) == "link" || std::none_of(names.begin(), names.end(), [](std::string_view name) {
                   return is_one_of(name, presentational);
               });
    });
}

using Ids = std::map<std::string, std::set<std::string, std::less<>>>;

Breaches ids_and_links(const CheckedBook& book) {
    Ids ids;
    Breaches found = elements_unless(book, "", [&](const Document& document, const Element* element) {
        return !has(element, "id") || ids[document.path].emplace(value(element, "id")).second;
    });
    const Breaches dead = elements_unless(book, "", [&](const Document& document, const Element* element) {
        for (const char* attribute : {"href", "src"}) {
            const std::string_view reference = value(element, attribute);
            if (!has(element, attribute) || has_scheme(reference)) continue;
            const std::string target = target_of(reference, document.path);
            const std::string_view fragment = fragment_of(reference);
            if (reference.find('?') != std::string_view::npos || !book.files.contains(target) ||
                (!fragment.empty() && !ids[target].contains(fragment)) ||
                (name_of(element) == "a" && !target.ends_with(".xhtml")))
                return false;
        }
        return true;
    });
    found.insert(found.end(), dead.begin(), dead.end());
    return found;
}

Breaches remote_only_in_links(const CheckedBook& book) {
    static const std::regex address("(https?|mailto|tel|geo):[!-~]+");
    return elements_unless(book, "", [&](const Document&, const Element* element) {
        if (has_scheme(value(element, "src"))) return false;
        const std::string reference(value(element, "href"));
        return !has_scheme(reference) || (name_of(element) == "a" && std::regex_match(reference, address));
    });
}

Breaches paragraphs_say_something(const CheckedBook& book) {
    return elements_unless(book, "p", [](const Document&, const Element* element) {
        return !words(element).empty() || !elements(element, "img").empty();
    });
}

constexpr std::array<std::string_view, 16> containers{
    "body", "section", "article", "aside", "figure", "figcaption", "div", "nav",
    "ol",   "ul",      "dl",      "table", "thead",  "tbody",      "tr",  "blockquote"};

Breaches text_in_blocks(const CheckedBook& book) {
    return elements_unless(book, "", [](const Document&, const Element* element) {
        return !is_one_of(name_of(element), containers) || own_words(element).empty();
    });
}

/// Roles without an epub:type of their name.
constexpr std::array<std::string_view, 5> roles_of_their_own{"doc-subtitle", "doc-cover", "doc-backlink", "doc-toc",
                                                             "doc-pullquote"};

Breaches roles_like_types(const CheckedBook& book) {
    return elements_unless(book, "", [](const Document&, const Element* element) {
        const std::string_view role = value(element, "role"), name = name_of(element);
        if (name == "body" || name == "article") return role.empty();
        return !role.starts_with("doc-") || is_one_of(role, roles_of_their_own) ||
               has_word(value(element, "epub:type"), role.substr(4));
    });
}

Breaches small_files(const CheckedBook& book) {
    return documents_unless(book, [&](const Document& document) {
        std::set<std::string> pictures;
        for (const Element* image : elements(document.body, "img"))
            pictures.insert(target_of(value(image, "src"), document.path));
        std::size_t size = 0;
        for (const std::string& picture : pictures)
            if (const auto file = book.files.find(picture); file != book.files.end())
                size += file->second->bytes.size();
        return document.bytes->size() <= 250'000 && size <= 10'000'000;
    });
}

}  // namespace

std::span<const Assertion> document_assertions() {
    static const char* const page = "colophon.xhtml";
    static const std::string long_text = "<p>" + std::string(250'000, 'x') + "</p></section>";
    static const std::vector<Assertion> all{
        {"A40",
         "documents declare themselves and are UTF-8 in NFC",
         preamble,
         {replace(page, "<!DOCTYPE html>\n", ""), replace(page, "</section>", "<p>e\xCC\x81</p></section>")}},
        {"A41",
         "documents are in the book's language, with titles of their own",
         languages_and_titles,
         {replace(page, " lang=\"", " lang=\"x"), replace("titlepage.xhtml", "<html ", "<html dir=\"rtl\" "),
          replace(page, "<title>", "<title>Contents</title><title>")}},
        {"A42",
         "heading levels skip none, and begin with the first or second",
         heading_levels,
         {replace(page, "</section>", "<h4>x</h4></section>"), replace(page, "</section>", "<h1>x</h1></section>")}},
        {"A42", "nothing stands before the heading", heading_first, {replace(page, "<h1", "<p>x</p><h1")}},
        {"A43",
         "only allowed elements and attributes occur",
         vocabulary,
         {replace(page, "</section>", "<details></details></section>"), replace(page, "<h1", "<h1 style=\"color:red\""),
          replace(page, "<h1", "<h1 onclick=\"x\""), replace(page, "<h1", "<h1 data-x=\"x\"")}},
        {"A44", "no attribute says how something looks", no_presentation, {replace(page, "<h1", "<h1 align=\"left\"")}},
        {"A45",
         "ids are unique and links lead somewhere",
         ids_and_links,
         {replace(page, "</section>", "<p id=\"title\">x</p></section>"),
          replace(page, "</section>", "<p><a href=\"gone.xhtml\">x</a></p></section>"),
          replace(page, "</section>", "<p><a href=\"#gone\">x</a></p></section>"),
          replace(page, "</section>", "<p><a href=\"titlepage.xhtml?x=1\">x</a></p></section>"),
          replace(page, "</section>", "<p><a href=\"../css/book.css\">x</a></p></section>")}},
        {"A46",
         "what is elsewhere is only linked",
         remote_only_in_links,
         {replace(page, "</section>", "<p><img src=\"https://x.example/a.jpg\" alt=\"x\"/></p></section>"),
          replace(page, "</section>", "<p><a href=\"javascript:x()\">x</a></p></section>"),
          replace(page, "</section>", "<p><a href=\"https://x.example/a b\">x</a></p></section>")}},
        {"A47", "no paragraph is empty", paragraphs_say_something, {replace(page, "</section>", "<p> </p></section>")}},
        {"A48",
         "text stands in blocks of text",
         text_in_blocks,
         {replace(page, "</section>", "loose</section>"),
          replace(page, "</section>", "<blockquote>x</blockquote></section>")}},
        {"A49",
         "roles and types agree",
         roles_like_types,
         {replace(page, "role=\"doc-colophon\"", "role=\"doc-preface\""),
          replace(page, "<body ", "<body role=\"document\" ")}},
        {"A56",
         "documents and their pictures are small enough for old readers",
         small_files,
         {replace(page, "</section>", long_text),
          change(".jpg", [](ZipEntry& entry) { entry.bytes.resize(10'000'001); })}},
    };
    return all;
}

}  // namespace blogbind::testing
