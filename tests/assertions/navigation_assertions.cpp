// The ways into the book: contents, landmarks, NCX.
#include <algorithm>
#include <set>
#include <utility>

#include "assertions/assertions.h"
#include "base/text.h"

namespace blogbind::testing {

namespace {

/// The nav element of this type.
const Element* nav_of(const CheckedBook& book, std::string_view type) {
    for (const Element* nav : elements(book.nav->body, "nav"))
        if (has_word(value(nav, "epub:type"), type)) return nav;
    return nullptr;
}

using Entry = std::pair<std::string, std::string>;  // label, target

std::vector<Entry> contents(const CheckedBook& book) {
    std::vector<Entry> entries;
    if (const Element* nav = nav_of(book, "toc"))
        for (const Element* link : elements(nav, "a"))
            entries.emplace_back(words(link), target_of(value(link, "href"), book.nav->path));
    return entries;
}

std::size_t place(const CheckedBook& book, std::string_view path) {
    const auto found = std::find_if(book.documents.begin(), book.documents.end(),
                                    [&](const Document& document) { return document.path == path; });
    return static_cast<std::size_t>(found - book.documents.begin());
}

/// A long chapter's further files are reached from its first.
bool is_continued(const CheckedBook& book, const Document* document) {
    const Element* title = document->root->FirstChildElement("head")->FirstChildElement("title");
    const auto self = document - book.documents.data();
    return self > 0 && title != nullptr && elements(document->body, "h1").empty() &&
           elements(document->body, "h2").empty();
}

Breaches contents_in_order(const CheckedBook& book) {
    std::set<std::string> named;
    std::size_t last = 0;
    Breaches found;
    for (const auto& [label, target] : contents(book)) {
        const std::size_t at = place(book, target);
        if (label.empty() || at < last || at == book.documents.size()) found.push_back(label + " " + target);
        last = at;
        named.insert(target);
    }
    for (const auto* group : {&book.chapters, &book.appendices})
        for (const Document* document : *group)
            if (!named.contains(document->path) && !is_continued(book, document)) found.push_back(document->path);
    return found;
}

std::size_t depth(const Element* element) {
    std::size_t lists = 0;
    for (const auto* node = element->Parent(); node != nullptr; node = node->Parent())
        if (node->ToElement() != nullptr && std::string_view(node->ToElement()->Name()) == "ol") ++lists;
    return lists;
}

Breaches two_levels(const CheckedBook& book) {
    Breaches found;
    for (const Element* link : elements(nav_of(book, "toc"), "a"))
        if (depth(link) > 2) found.push_back(words(link));
    return found;
}

std::vector<Entry> landmarks(const CheckedBook& book) {
    std::vector<Entry> entries;
    if (const Element* nav = nav_of(book, "landmarks"))
        for (const Element* link : elements(nav, "a"))
            entries.emplace_back(value(link, "epub:type"), target_of(value(link, "href"), book.nav->path));
    return entries;
}

Breaches three_landmarks(const CheckedBook& book) {
    std::string types;
    for (const auto& [type, target] : landmarks(book)) types += type + " ";
    const Element* nav = nav_of(book, "landmarks");
    return unless(
        types == (book.has_cover ? "cover toc bodymatter " : "toc bodymatter ") && nav != nullptr && has(nav, "hidden"),
        types);
}

/// Where the text begins: an introduction, a part or a chapter.
Breaches text_begins(const CheckedBook& book) {
    const std::vector<Entry> marks = landmarks(book);
    const auto start =
        std::find_if(marks.begin(), marks.end(), [](const Entry& mark) { return mark.first == "bodymatter"; });
    if (start == marks.end()) return {"there is no bodymatter"};
    const std::size_t at = place(book, start->second);
    return unless(at <= place(book, book.chapters.front()->path) && at > place(book, book.nav->path), start->second);
}

Breaches ncx_like_contents(const CheckedBook& book) {
    std::vector<Entry> entries;
    bool sound = true;
    for (const Element* point : elements(book.ncx, "navPoint")) {
        const Element* label = point->FirstChildElement("navLabel");
        const Element* content = point->FirstChildElement("content");
        entries.emplace_back(words(label), target_of(value(content, "src"), "EPUB/toc.ncx"));
        sound = sound && value(point, "playOrder") == std::to_string(entries.size());
    }
    for (const Element* meta : elements(book.ncx, "meta"))
        if (value(meta, "name") == "dtb:uid")
            sound = sound && value(meta, "content") == words(book.metadata_elements("dc:identifier").front());
    return unless(sound && entries == contents(book), "toc.ncx");
}

Breaches no_page_list(const CheckedBook& book) {
    const std::vector<std::string> features = book.values("schema:accessibilityFeature");
    return unless(nav_of(book, "page-list") == nullptr && book.values("pageBreakSource").empty() &&
                      std::find(features.begin(), features.end(), "pageNavigation") == features.end(),
                  "page list");
}

Breaches no_body_ids(const CheckedBook& book) {
    return documents_unless(book, [](const Document& document) { return !has(document.body, "id"); });
}

}  // namespace

std::span<const Assertion> navigation_assertions() {
    static const char* const nav = "nav.xhtml";
    static const std::vector<Assertion> all{
        {"A33",
         "the contents name all chapters and appendices in order",
         contents_in_order,
         {replace(nav, "href=\"text/titlepage.xhtml\"", "href=\"text/colophon.xhtml\""),
          replace(nav, "-comments.xhtml", ".xhtml"), replace(nav, "Title page</a>", "</a>")}},
        {"A34",
         "the contents have at most two levels",
         two_levels,
         {replace(nav, "<li class=\"toc-sub\">", "<li class=\"toc-sub\"><ol><li><a href=\"#toc\">x</a></li></ol>")}},
        {"A35",
         "the landmarks are cover, contents and text, hidden",
         three_landmarks,
         {replace(nav, "hidden=\"hidden\"", ""), replace(nav, "epub:type=\"bodymatter\"", "epub:type=\"chapter\"")}},
        {"A36",
         "the text begins where the landmark says",
         text_begins,
         {replace(nav, "epub:type=\"bodymatter\" href=\"", "epub:type=\"bodymatter\" href=\"text/cover.xhtml#")}},
        {"A37",
         "the NCX says what the contents say",
         ncx_like_contents,
         {replace("toc.ncx", "playOrder=\"2\"", "playOrder=\"3\""), replace("toc.ncx", "Title page", "The title"),
          replace("toc.ncx", "urn:uuid:", "urn:uuid:0")}},
        {"A38", "no body has an id", no_body_ids, {replace("colophon.xhtml", "<body ", "<body id=\"b\" ")}},
        {"A39",
         "there is no page list, and no claim of one",
         no_page_list,
         {replace("package.opf", ">readingOrder<", ">pageNavigation<")}},
    };
    return all;
}

}  // namespace blogbind::testing
