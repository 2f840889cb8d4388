#include "compose/front.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "base/text.h"
#include "base/utf8.h"
#include "compose/metadata.h"
#include "compose/reserved_ids.h"
#include "compose/split.h"

namespace blogbind::compose {

namespace {

std::string_view stem_of(FrontKind kind) {
    switch (kind) {
        case FrontKind::preface: return "front_preface";
        case FrontKind::dedication: return "front_dedication";
        case FrontKind::introduction: break;
    }
    return "front_introduction";
}

void set_as_dedication(markup::Body& body) {
    markup::each_element(body.root(), [](markup::Element& element) {
        const std::string_view own = markup::attribute(element, "class");
        if (markup::is_named(element, "p") && (own.empty() || own == "first"))
            markup::set_attribute(element, "class", "dedication");
    });
}

}  // namespace

std::vector<FrontPage> front_pages(std::span<const FrontPost> posts, std::string_view book_language) {
    std::map<FrontKind, int> counts;
    std::vector<FrontPage> pages;
    for (const FrontPost& front : posts) {
        const std::string own_language = language_tag(front.post.language);
        markup::Body whole = front.post.body.copy();
        free_reserved_ids(whole, std::string(stem_of(front.kind)));
        for (markup::Body& body : split_into_documents(std::move(whole), {})) {
            FrontPage& page = pages.emplace_back();
            page.kind = front.kind;
            if (front.has_title) page.title = nfc(collapsed(front.post.title));
            const int number = ++counts[front.kind];
            page.id = stem_of(front.kind);
            if (number > 1) page.id += fmt::format("_{}", number);
            page.file = "text/" + page.id + ".xhtml";
            page.language = own_language.empty() ? std::string(book_language) : own_language;
            page.body = std::move(body);
            if (page.kind == FrontKind::dedication) set_as_dedication(page.body);
        }
    }
    return pages;
}

}  // namespace blogbind::compose
