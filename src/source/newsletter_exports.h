// The ZIP archives that Substack and Medium give to writers: one page of HTML a post.
#pragma once

#include <span>

#include "base/result.h"
#include "model/entry.h"
#include "source/readers.h"

namespace blogbind {

bool holds_substack_export(const FileTree& tree);
/// posts.csv tells of each post what its page does not. Unpublished ones come with --include drafts, those for
/// subscribers with --include private.
Result<Listing> read_substack_export(std::span<const Source> sources, const Reading& reading);

bool holds_medium_export(const FileTree& tree);
/// Drafts come with --include drafts. What is but one paragraph, without a picture, is an answer to somebody else's
/// post, and left out.
Result<Listing> read_medium_export(std::span<const Source> sources, const Reading& reading);

}  // namespace blogbind
