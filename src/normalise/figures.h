// Figures in the one shape that the book knows: figure > p.frame > img, figcaption > p.caption.
#pragma once

#include <string>
#include <string_view>

#include "normalise/passes.h"

namespace blogbind::normalise {

/// Whether `element` is one of those in which platforms keep the words under a picture.
bool is_caption(const markup::Element& element);

/// A figure of class `name`, put before `place`, that takes `img` (and what leads from it) and the words of `caption`,
/// which may be null and vanishes.
markup::Element* build_figure(Task& task, markup::Node& place, const char* name, markup::Element& img,
                              markup::Element* caption);

/// Removes `element` if nothing is left to see in it.
void remove_if_empty(markup::Element& element);

}  // namespace blogbind::normalise
