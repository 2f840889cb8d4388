// The JSON file that Ghost gives the owner of a blog. Readers' comments are not in it.
#pragma once

#include <span>

#include "base/result.h"
#include "model/entry.h"
#include "source/readers.h"

namespace blogbind {

bool is_ghost_export(const FileStart& start);
/// Drafts and scheduled posts come with --include drafts, those for members with --include private, pages if asked for.
Result<Listing> read_ghost_export(std::span<const Source> sources, const Reading& reading);

}  // namespace blogbind
