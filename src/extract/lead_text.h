// The summary that many sites set between a post's title and its body: a standfirst, an intro, a teaser.
#pragma once

#include <string_view>
#include <vector>

#include "extract/article.h"

namespace blogbind::extract {

/// Paragraphs between the heading `title` and the article's body that belong to the text, in document order; none if
/// the body begins with the same words.
std::vector<const markup::Element*> lead_paragraphs(const markup::Element& document, const Article& article,
                                                    std::string_view title);

}  // namespace blogbind::extract
