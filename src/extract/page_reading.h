// What is looked for in a page by discover and by extract alike: found once, by whoever asks first, and kept with it.
#pragma once

#include <optional>

#include "extract/article.h"
#include "extract/barriers.h"
#include "extract/metadata.h"
#include "extract/page_facts.h"
#include "extract/prose.h"
#include "model/page.h"

namespace blogbind::extract {

// REQUIRES, of all: the document and its ruled parts are not changed afterwards, and one thread at a time asks.

/// Of the whole document.
const ProseMap& prose_of(const PagePart& part);
Barrier barrier_of(const PagePart& part);
/// Where the post stands; nothing if there is none.
const std::optional<Article>& article_of(const PagePart& part);
const PageFacts& facts_of(const PagePart& part);
const Metadata& metadata_of(const PagePart& part);

}  // namespace blogbind::extract
