// Posts in Markdown: single files, folders of them, and the sources of blogs that Jekyll, Hugo, Hexo, Eleventy, Astro,
// Pelican or Zola builds.
#pragma once

#include <span>

#include "base/result.h"
#include "model/entry.h"
#include "source/readers.h"

namespace blogbind {

bool is_markdown(const FileStart& start);
bool holds_markdown(const FileTree& tree);
/// Drafts are left out unless they are asked for; so is what a configured blog's post has no date ("About").
Result<Listing> read_markdown(std::span<const Source> sources, const Reading& reading);

}  // namespace blogbind
