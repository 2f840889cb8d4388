// Readers' comments, their order and their links.
#include <algorithm>

#include "assertions/assertions.h"
#include "base/text.h"

namespace blogbind::testing {

namespace {

Breaches comments_unless(const CheckedBook& book, const std::function<bool(const Document&, const Element*)>& holds) {
    return elements_unless(book, "li", [&](const Document& document, const Element* item) {
        const std::string_view kind = value(item, "class");
        return (!has_word(kind, "comment") && !has_word(kind, "reply")) || holds(document, item);
    });
}

Breaches one_article_each(const CheckedBook& book) {
    return comments_unless(book, [](const Document&, const Element* item) {
        const Element* article = item->FirstChildElement("article");
        return has(item, "id") && article != nullptr && article->NextSiblingElement("article") == nullptr;
    });
}

Breaches lists_say_so(const CheckedBook& book) {
    return elements_unless(book, "ol", [](const Document&, const Element* list) {
        const std::string_view kind = value(list, "class");
        return (kind != "thread" && kind != "replies") || value(list, "role") == "list";
    });
}

bool answers_somebody(const CheckedBook& book, const Document& document, const Element* item) {
    for (const Element* line : elements(item->FirstChildElement("article"), "p")) {
        if (!has_word(value(line, "class"), "c-re")) continue;
        const Element* link = line->FirstChildElement("a");
        if (link == nullptr) return false;
        const std::string target = target_of(value(link, "href"), document.path);
        for (const Document& other : book.documents) {
            if (other.path != target) continue;
            const std::vector<const Element*> all = elements(other.body, "li");
            return std::any_of(all.begin(), all.end(), [&](const Element* candidate) {
                return value(candidate, "id") == fragment_of(value(link, "href"));
            });
        }
    }
    return false;
}

Breaches replies_name_their_comment(const CheckedBook& book) {
    return comments_unless(book, [&](const Document& document, const Element* item) {
        return value(item, "class") != "reply" || answers_somebody(book, document, item);
    });
}

bool links_to(const Document& from, const std::string& to) {
    const std::vector<const Element*> links = elements(from.body, "a");
    return std::any_of(links.begin(), links.end(), [&](const Element* link) {
        return !has_scheme(value(link, "href")) && target_of(value(link, "href"), from.path) == to;
    });
}

Breaches chapters_and_comments_linked(const CheckedBook& book) {
    Breaches found;
    for (const Document* appendix : book.appendices) {
        const bool linked = std::any_of(book.chapters.begin(), book.chapters.end(),
                                        [&](const Document* chapter) { return links_to(*appendix, chapter->path); });
        const bool first = appendix->path.ends_with("-comments.xhtml");
        const bool reached =
            !first || std::any_of(book.chapters.begin(), book.chapters.end(),
                                  [&](const Document* chapter) { return links_to(*chapter, appendix->path); });
        if (!linked || !reached) found.push_back(appendix->path);
    }
    return found;
}

Breaches three_levels(const CheckedBook& book) {
    return comments_unless(book, [](const Document&, const Element* item) {
        int lists = 0;
        for (const auto* node = item->Parent(); node != nullptr; node = node->Parent())
            if (node->ToElement() != nullptr && std::string_view(node->ToElement()->Name()) == "ol") ++lists;
        return lists <= 3;
    });
}

}  // namespace

std::span<const Assertion> comment_assertions() {
    static const char* const page = "-comments.xhtml";
    static const std::vector<Assertion> all{
        {"A57",
         "each comment has an id and one article",
         one_article_each,
         {replace(page, "<li class=\"comment\" id=", "<li class=\"comment\" title="),
          replace(page, "</article>", "</article><article></article>")}},
        {"A58",
         "threads say that they are lists",
         lists_say_so,
         {replace(page, "<ol class=\"thread\" role=\"list\">", "<ol class=\"thread\">")}},
        {"A59",
         "each reply names and links what it answers",
         replies_name_their_comment,
         {replace(page, "<p class=\"c-re\">", "<p>"), replace(page, "<a href=\"#comment-", "<a href=\"#gone-")}},
        {"A60",
         "chapters and their comments link to each other",
         chapters_and_comments_linked,
         {replace("salt-works.xhtml", "salt-works-comments.xhtml", "titlepage.xhtml")}},
        {"A61",
         "comments have at most three levels",
         three_levels,
         {replace(
             page, "<ol class=\"thread\" role=\"list\">",
             "<ol class=\"thread\"><li><ol><li><ol><li><ol><li class=\"reply\"></li></ol></li></ol></li></ol></li></ol>"
             "<ol class=\"thread\" role=\"list\">")}},
    };
    return all;
}

}  // namespace blogbind::testing
