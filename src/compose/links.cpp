#include "compose/links.h"

#include <array>

#include "base/text.h"
#include "compose/anchors.h"

namespace blogbind::compose {

namespace {

using markup::Element;

// How blogs write the anchor of comment 77.
constexpr std::array<std::string_view, 6> comment_prefixes{"comment-",  "li-comment-", "div-comment-",
                                                           "IDComment", "comment",     "c"};
constexpr std::array<std::string_view, 4> comment_sections{"comments", "respond", "disqus_thread", "reply-title"};

// WordPress: /post/comment-page-2/#comment-77 is a place on the page of /post/.
std::optional<Url> without_comment_page(const Url& url) {
    const std::string path = url.path();
    const std::size_t at = path.rfind("/comment-page-");
    if (at == std::string::npos) return std::nullopt;
    return url.with_path(std::string_view(path).substr(0, at + 1));
}

// A link to a note that stands in another document is an ordinary link: pop-ups only work within one.
void become_ordinary(Element& link) {
    for (const char* name : {"role", "epub:type", "class"}) link.DeleteAttribute(name);
}

void remove_ids(markup::Body& body) {
    markup::each_element(body.root(), [](Element& element) { element.DeleteAttribute("id"); });
}

}  // namespace

void LinkMap::add(const std::optional<Url>& permalink, const std::vector<Url>& aliases,
                  std::span<const Chapter> chapters) {
    const std::size_t index = posts_.size();
    Places& places = posts_.emplace_back();
    for (const Chapter& chapter : chapters) {
        places.files.emplace_back(file_name(chapter.file));
        markup::each_element(chapter.body.root(), [&](const Element& element) {
            if (const auto id = markup::attribute(element, "id"); !id.empty())
                places.fragments.emplace(id, places.files.size() - 1);
        });
        for (const Appendix& appendix : chapter.appendices) {
            places.comment_files.emplace_back(file_name(appendix.file));
            for (const Comment& comment : appendix.comments)
                places.comments.emplace(comment.id, places.comment_files.size() - 1);
        }
    }
    if (permalink) by_address_.insert_or_assign(same_page_key(*permalink), index);
    for (const Url& alias : aliases) by_address_.emplace(same_page_key(alias), index);  // never instead of a permalink
}

std::optional<std::string> LinkMap::comment_target(const Places& places, std::string_view fragment) const {
    for (const std::string_view prefix : comment_prefixes) {
        if (!fragment.starts_with(prefix)) continue;
        const auto comment = places.comments.find(fragment.substr(prefix.size()));
        if (comment != places.comments.end())
            return places.comment_files[comment->second] + '#' + comment_anchor(comment->first);
    }
    for (const std::string_view section : comment_sections)
        if (fragment == section && !places.comment_files.empty()) return places.comment_files.front();
    return std::nullopt;
}

std::optional<std::string> LinkMap::target_within(const Places& places, std::string_view fragment) const {
    if (const auto place = places.fragments.find(fragment); place != places.fragments.end())
        return places.files[place->second] + '#' + place->first;
    return comment_target(places, fragment);
}

std::optional<std::string> LinkMap::target(const Url& url) const {
    auto post = by_address_.find(same_page_key(url));
    if (post == by_address_.end()) {
        const std::optional<Url> page = without_comment_page(url);
        if (page) post = by_address_.find(same_page_key(*page));
        if (post == by_address_.end()) return std::nullopt;
    }
    const Places& places = posts_[post->second];
    const std::string fragment = percent_decoded(url.fragment().value_or(""));
    return target_within(places, fragment).value_or(places.files.front());
}

void LinkMap::rewrite(const Places& own, std::string_view document, markup::Body& body) const {
    const std::string here = std::string(document) + '#';
    markup::each_element_bottom_up(body.root(), [&](Element& element) {
        if (!markup::is_named(element, "a")) return;
        const std::string_view href = markup::attribute(element, "href");
        const bool within = href.starts_with('#');
        const std::optional<Url> url = within ? std::nullopt : Url::parse(href);
        if (!within && (!url || !url->is_web())) return;
        std::optional<std::string> found = within ? target_within(own, percent_decoded(href.substr(1))) : target(*url);
        if (!found) {
            if (within) markup::unwrap(element);
            return;
        }
        if (found->starts_with(here)) found->erase(0, here.size() - 1);
        if (!found->starts_with('#') && markup::attribute(element, "role") == "doc-noteref") become_ordinary(element);
        markup::set_attribute(element, "href", *found);
    });
}

void LinkMap::rewrite(std::size_t post, Chapter& chapter) const {
    const Places& own = posts_[post];
    rewrite(own, file_name(chapter.file), chapter.body);
    for (Appendix& appendix : chapter.appendices)
        for (Comment& comment : appendix.comments) {
            remove_ids(comment.body);
            rewrite(own, file_name(appendix.file), comment.body);
        }
}

}  // namespace blogbind::compose
