// How far a body reaches beyond the element that was chosen first: posts stand in sections, columns and lists beside
// them.
#pragma once

#include <vector>

#include "extract/prose.h"
#include "markup/body.h"

namespace blogbind::extract {

/// A post in several containers (sections, columns, a container that a stray end tag closed early) is what holds them
/// all: the highest ancestor up to `scope` that adds a share of what is there. Without an anchor the way up leads to
/// side bars, footers and other posts soon.
const markup::Element* widened(const markup::Element& body, const markup::Element& scope, bool is_anchored,
                               const ProseMap& prose);
/// What holds the body and the ingredients beside it: a recipe's lists are too short to count as text.
const markup::Element* with_ingredients(const markup::Element& body, const markup::Element& scope,
                                        const ProseMap& prose);
/// What a widened body also holds, but is no text. Paragraphs, lists and tables that stand free always stay.
/// `inner` is what the body `outer` was widened from.
std::vector<const markup::Element*> boxes_beside(const markup::Element& inner, const markup::Element& outer,
                                                 bool is_anchored, const ProseMap& prose);

}  // namespace blogbind::extract
