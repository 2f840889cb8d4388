// What elements are called tells what they are, whoever made the theme: "related-articles-list", "authorBox",
// "newsletter_cta".
#pragma once

#include "markup/body.h"

namespace blogbind::extract {

/// Whether the class or the id of a block says that it is no part of the text: an author's box, a newsletter form,
/// share buttons, advertisements, lists of other posts. Names that authors' own blocks may bear, too, count only where
/// most of the block is links.
bool has_furniture_name(const markup::Element& element);

}  // namespace blogbind::extract
