// Movable Type's import format, in which TypePad and several Japanese hosts give a blog to its owner: a text of fields,
// entries parted by lines of eight hyphens
// (https://movabletype.org/documentation/appendices/import-export-format.html).
#pragma once

#include <span>

#include "base/result.h"
#include "model/entry.h"
#include "source/readers.h"

namespace blogbind {

bool is_movable_type(const FileStart& start);
/// With comments, which the format keeps flat, and trackbacks. Drafts come with --include drafts.
Result<Listing> read_movable_type(std::span<const Source> sources, const Reading& reading);

}  // namespace blogbind
