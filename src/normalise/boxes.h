// The box that stands where something was embedded:
// div.embed > p.frame > img.poster, p.embed-line (what it is), p.embed-line (where it is).
#pragma once

#include <string>

#include "normalise/embed_hosts.h"
#include "normalise/passes.h"

namespace blogbind::normalise {

struct Box {
    Embed embed;
    std::string title;   ///< as the page names it; empty if it does not
    std::string poster;  ///< address of a still; empty if the page has none
};

/// A new element of the task's tree, to be put into it.
markup::Element* make_box(Task& task, const Box& box);

/// Whether `element` is such a box, of this run or an earlier one, and not a stranger of the same class.
bool is_box(const markup::Element& element);

}  // namespace blogbind::normalise
