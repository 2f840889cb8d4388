// The links that an author put into a post's text, with the words beside them.
#pragma once

#include <string>
#include <vector>

#include "markup/body.h"
#include "net/url.h"

namespace blogbind::series {

struct BodyLink {
    Url url;
    std::string text;                        ///< of the link, collapsed
    std::string before, after;               ///< beside it in the same block, as far as the neighbouring links
    const markup::Element* block = nullptr;  ///< the paragraph, list item … that it stands in
    const markup::Element* list = nullptr;   ///< the nearest ul, ol or element of a series plugin
};
/// In document order. Related posts, share buttons, author boxes, widgets and comments are left out; so are links
/// that can be no post: other schemes, feeds, archives of tags and authors, pictures, reply and share links.
std::vector<BodyLink> body_links(const markup::Element& body, const Url& base);

/// The same test for one address.
bool may_be_post(const Url& url);
/// An element that some plugin makes for a series' list of parts.
bool is_series_box(const markup::Element& element);
/// An element whose links are not the author's: sidebars, related posts, share buttons, comments.
bool is_furniture(const markup::Element& element);

}  // namespace blogbind::series
