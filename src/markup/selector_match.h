// Whether an element is what a parsed selector describes.
#pragma once

#include "markup/body.h"
#include "markup/selector_syntax.h"

namespace blogbind::markup {

bool matches(const ComplexSelector& selector, const Element& element);
bool matches_any(const SelectorList& list, const Element& element);

}  // namespace blogbind::markup
