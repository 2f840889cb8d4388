#include "extract/comment_feed.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "extract/page_addresses.h"

namespace blogbind::extract {

namespace {

using markup::attribute;
using markup::Element;

/// "38" of a pingback that is #comment-38; empty for everything else.
std::string_view pingback_id(const Element& element) {
    constexpr std::string_view prefix = "comment-";
    const std::string_view id = attribute(element, "id");
    if (!id.starts_with(prefix) || !markup::is_one_of(element, "li div article")) return {};
    const bool is_link = markup::has_class(element, "pingback") || markup::has_class(element, "trackback");
    return is_link ? id.substr(prefix.size()) : std::string_view();
}

bool has_untold_pingback(const Page& page) {
    bool found = false;
    for (const PagePart& part : page.parts)
        markup::each_element(part.document.root(), [&](const Element& element) {
            const std::string_view id = pingback_id(element);
            found = found || (!id.empty() && std::ranges::none_of(page.told_comments, [id](const CommentFacts& told) {
                                  return told.id == id && told.published;
                              }));
        });
    return found;
}

}  // namespace

std::optional<Url> comment_feed(const Page& page) {
    if (page.parts.empty() || !page.parts.front().url) return std::nullopt;
    const PagePart& first = page.parts.front();
    const std::optional<Url> base = base_address(first.document.root(), first.url);
    const std::string post = same_page_key(post_address(*first.url));
    std::optional<Url> feed;
    markup::each_element(first.document.root(), [&](const Element& element) {
        if (feed || !markup::is_named(element, "link") || attribute(element, "type") != "application/rss+xml") return;
        const std::optional<Url> address = base ? base->resolve(attribute(element, "href")) : std::nullopt;
        // The blog's own feeds stand in the same head.
        if (address && same_page_key(*address).starts_with(post + "/")) feed = address;
    });
    return feed && has_untold_pingback(page) ? feed : std::nullopt;
}

}  // namespace blogbind::extract
