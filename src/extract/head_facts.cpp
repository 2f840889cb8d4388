#include "extract/head_facts.h"

#include <array>

#include "base/text.h"
#include "extract/page_addresses.h"
#include "extract/walk.h"

namespace blogbind::extract {

namespace {

/// "Site » Feed" and its translations: the part before the mark is the site's name. Feeds of one post's comments
/// have two marks.
std::string site_of_feed(std::string_view title) {
    for (const std::string_view mark : {" » ", " › ", " » "}) {
        const std::size_t at = title.find(mark);
        if (at == std::string_view::npos) continue;
        const std::string_view rest = title.substr(at + mark.size());
        return rest.size() <= 12 && rest.find(mark) == std::string_view::npos ? collapsed(title.substr(0, at)) : "";
    }
    return "";
}

}  // namespace

HeadFacts::HeadFacts(const markup::Element& document, const std::optional<Url>& base) {
    language_ = std::string(trimmed(markup::attribute(document, "lang")));
    walk(document, [&](const markup::Element& element) {
        if (markup::is_named(element, "meta")) read_meta(element);
        if (markup::is_named(element, "link")) read_link(element, base);
        if (markup::is_named(element, "title") && title_.empty() && markup::is_named(*element.Parent(), "head"))
            title_ = markup::collapsed_text(element);
        return markup::is_one_of(element, "svg noscript template") ? Step::past : Step::into;
    });
}

void HeadFacts::read_meta(const markup::Element& element) {
    std::string content = collapsed(markup::attribute(element, "content"));
    if (content.empty()) content = collapsed(markup::attribute(element, "value"));  // a slip that many sites make
    if (content.empty()) return;
    for (const char* key : {"property", "name", "itemprop", "http-equiv"})
        if (const std::string name = ascii_lowered(trimmed(markup::attribute(element, key))); !name.empty())
            meta_[name].push_back(content);
}

void HeadFacts::read_link(const markup::Element& element, const std::optional<Url>& base) {
    const std::string relations = ascii_lowered(markup::attribute(element, "rel"));
    if (has_word(relations, "alternate") && feed_title_.empty() &&
        markup::attribute(element, "type") == "application/rss+xml")
        feed_title_ = site_of_feed(markup::attribute(element, "title"));
    const std::optional<Url> target = link_target(element, base);
    if (!target) return;
    for (const std::string_view relation : split_words(relations)) links_.try_emplace(std::string(relation), *target);
}

std::string HeadFacts::meta(std::span<const std::string_view> names) const {
    for (const std::string_view name : names)
        if (const auto found = meta_.find(name); found != meta_.end()) return found->second.front();
    return {};
}

const std::vector<std::string>& HeadFacts::all(std::string_view name) const {
    static const std::vector<std::string> none;
    const auto found = meta_.find(name);
    return found == meta_.end() ? none : found->second;
}

std::optional<Url> HeadFacts::link(std::string_view relation) const {
    const auto found = links_.find(relation);
    return found == links_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace blogbind::extract
