// Links to the site's other pages that stand around and in a text: teasers, lines that are one link. Told by their
// structure, whatever they are called.
#pragma once

#include <string_view>
#include <vector>

#include "markup/body.h"

namespace blogbind::extract {

/// How many letters stand in links, and outside them.
struct LinkShare {
    std::size_t linked = 0, plain = 0;
};

LinkShare link_share(const markup::Element& element);

/// Boxes side by side that each have a heading linked to another page of `host`; none if they are a large share of
/// the text.
std::vector<markup::Element*> teaser_boxes(markup::Element& root, std::string_view host);

/// Before the first paragraph and after the last: lines that are nothing but a link to another page of `host`; between
/// them those that begin with an arrow. Lists stay: authors make them, too.
std::vector<markup::Element*> outer_links(markup::Element& root, std::string_view host);

}  // namespace blogbind::extract
