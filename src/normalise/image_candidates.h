// Every address that a page gives for one picture, and those that follow from them.
#pragma once

#include <string_view>
#include <vector>

#include "markup/body.h"
#include "model/image.h"
#include "normalise/passes.h"

namespace blogbind::normalise {

struct SrcsetItem {
    std::string_view address;
    int width = 0;       ///< "800w"
    double density = 0;  ///< "2x"
};
/// By the HTML Standard's "parse a srcset attribute": addresses may hold commas.
std::vector<SrcsetItem> parse_srcset(std::string_view srcset);

/// What is known of the picture that `img` shows, best first. Declared addresses come from its attributes (lazy ones
/// too), the sources of its <picture> and a link to the file itself; guessed ones from rules about addresses. Guesses
/// come first only where what is declared is small. Empty if there is nothing but a placeholder.
std::vector<ImageCandidate> image_candidates(const markup::Element& img, const Task& task);

/// The link that holds `img` and nothing else; null if there is none.
markup::Element* lone_link(markup::Element& img);
const markup::Element* lone_link(const markup::Element& img);

}  // namespace blogbind::normalise
