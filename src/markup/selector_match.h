// Whether an element is what a parsed selector describes.
#pragma once

#include <string_view>

#include "markup/body.h"
#include "markup/selector_syntax.h"

namespace blogbind::markup {

bool matches(const ComplexSelector& selector, const Element& element);
bool matches_any(const SelectorList& list, const Element& element);
/// Whether an attribute of that value satisfies a condition of kind `attribute` that names it.
bool accepts_value(const Condition& condition, std::string_view value);

}  // namespace blogbind::markup
