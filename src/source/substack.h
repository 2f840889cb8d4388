// Substack's interface: the archive of a publication, its posts, and what readers wrote under them.
#pragma once

#include <optional>

#include "base/result.h"
#include "model/entry.h"
#include "source/readers.h"

namespace blogbind {

/// The publication's archive; nothing for pages that are not Substack's, or are not its front page or archive.
std::optional<Url> substack_archive_of(const PagePart& page);
/// Posts oldest first, each with its comments and their answers. Of what only subscribers may read there is what all
/// may; a post without a word of that is left out, and reported.
Result<Listing> read_substack(const Response& answer, const Reading& reading);

}  // namespace blogbind
