// Ids in a post's body must not meet those that the book's own frame uses.
#pragma once

#include <string>

#include "markup/body.h"

namespace blogbind::compose {

/// Renames ids that the chapter's document uses itself, and what links to them in the same body.
void free_reserved_ids(markup::Body& body, const std::string& chapter_id);

}  // namespace blogbind::compose
