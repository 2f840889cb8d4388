// Elements that could be the post or its body, by the names that platforms give them, and which one the post is.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "extract/prose.h"
#include "markup/body.h"

namespace blogbind::extract {

struct Candidate {
    const markup::Element* element = nullptr;
    std::size_t rank = 0;  ///< of the rule that names it; lower is surer
};

/// Anchors and bodies of a page in document order, outermost only: themes and page builders nest them.
struct Candidates {
    std::vector<Candidate> anchors, bodies;
};

Candidates candidates_in(const markup::Element& document, Outside outside);
/// The anchor of the page's post; null if no candidate is surely it.
const markup::Element* chosen_anchor(const std::vector<Candidate>& anchors, const markup::Element& document,
                                     const ProseMap& prose);
/// Whether all of a heading is a link, not to a place in a page: the title of another post.
bool is_linked_heading(const markup::Element& heading);

}  // namespace blogbind::extract
