// Walks over a tree that can leave parts out.
#pragma once

#include "markup/body.h"

namespace blogbind::extract {

enum class Step { into, past };  ///< look at what stands inside, or go on after the element

/// Calls `visit(const Element&)`, which gives a Step, for elements below `root` in document order. The parser bounds
/// the depth, so recursion is safe.
template <class Visit>
void walk(const markup::Element& root, Visit&& visit) {
    for (const markup::Element* child = root.FirstChildElement(); child != nullptr; child = child->NextSiblingElement())
        if (visit(*child) == Step::into) walk(*child, visit);
}

/// Whether `inner` is `outer` or stands in it.
inline bool holds(const markup::Node& outer, const markup::Node& inner) {
    for (const markup::Node* up = &inner; up != nullptr; up = up->Parent())
        if (up == &outer) return true;
    return false;
}

/// Whether a block holds only text and phrasing elements: a paragraph, a heading, a <div> used as one.
inline bool is_line(const markup::Element& element) {
    if (markup::is_phrasing(element)) return false;
    for (const markup::Element* child = element.FirstChildElement(); child != nullptr;
         child = child->NextSiblingElement())
        if (!markup::is_phrasing(*child)) return false;
    return markup::has_text(element);
}

}  // namespace blogbind::extract
