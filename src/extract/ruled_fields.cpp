#include "extract/ruled_fields.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "extract/page_addresses.h"
#include "extract/page_facts.h"
#include "extract/titles.h"

namespace blogbind::extract {

namespace {

using markup::Element;

constexpr std::size_t longest_title = 1000, longest_author = 200;

/// The words of an element, or what a <meta> says.
std::string words_of(const Element& element) {
    return markup::is_named(element, "meta") ? collapsed(markup::attribute(element, "content"))
                                             : markup::collapsed_text(element);
}

/// The element itself, or the first in it that leads somewhere; null if there is none.
const Element* link_of(const Element& element) {
    if (!markup::attribute(element, "href").empty()) return &element;
    return markup::first_descendant(element, "a");
}

/// "By Mara Ellingsen" is Mara Ellingsen; what does not look like a name is one all the same: the user says so.
std::string name_of(const Element& element) {
    const std::string words = words_of(element);
    std::string name = author_name(words, {});
    return name.empty() ? words : name;
}

}  // namespace

bool tells(RuleKind kind, const Element& element) {
    switch (kind) {
        case RuleKind::title: return !words_of(element).empty() && words_of(element).size() <= longest_title;
        case RuleKind::author: return !words_of(element).empty() && words_of(element).size() <= longest_author;
        case RuleKind::date: return date_of(element).has_value();
        case RuleKind::next: return link_of(element) != nullptr;
        case RuleKind::body:
        case RuleKind::comments:
        case RuleKind::remove: break;
    }
    return true;
}

void take_ruled(const RuledParts& ruled, const std::optional<Url>& base, Metadata& metadata) {
    if (const Element* title = ruled.first(RuleKind::title)) metadata.title = words_of(*title);
    if (const Element* date = ruled.first(RuleKind::date)) metadata.published = date_of(*date);
    if (const Element* next = ruled.first(RuleKind::next))
        if (std::optional<Url> target = link_target(*link_of(*next), base)) metadata.next = std::move(target);
    if (ruled.all(RuleKind::author).empty()) return;
    metadata.authors.clear();
    for (const Element* author : ruled.all(RuleKind::author))
        if (std::string name = name_of(*author); std::ranges::find(metadata.authors, name) == metadata.authors.end())
            metadata.authors.push_back(std::move(name));
}

}  // namespace blogbind::extract
