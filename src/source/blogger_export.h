// What Blogger gives its writers: the backup of one blog as an Atom file, and Takeout's feed.atom with albums beside
// it.
#pragma once

#include <span>

#include "base/result.h"
#include "model/entry.h"
#include "source/readers.h"

namespace blogbind {

bool is_blogger_export(const FileStart& start);
/// A folder or ZIP archive from Takeout.
bool holds_blogger_export(const FileTree& tree);
/// Posts with their comments, as they answer each other. Drafts, trash and pages come only if they are asked for;
/// comments that are spam or wait for approval never do.
Result<Listing> read_blogger_export(std::span<const Source> sources, const Reading& reading);

}  // namespace blogbind
