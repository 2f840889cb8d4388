// What Tumblr gives to a blog's owner: a page for each post, and their pictures beside them.
#pragma once

#include <span>

#include "base/result.h"
#include "model/entry.h"
#include "source/readers.h"

namespace blogbind {

bool holds_tumblr_export(const FileTree& tree);
/// Posts oldest first. The export does not say where the blog is: Source::url does.
Result<Listing> read_tumblr_export(std::span<const Source> sources, const Reading& reading);

}  // namespace blogbind
