// From a post to the ones after it.
#pragma once

#include "base/report.h"
#include "model/entry.h"
#include "net/fetcher.h"
#include "source/post_facts.h"
#include "source/series_walk.h"

namespace blogbind {

/// Only along next links: those in the text, else the blog's own navigation.
Listing follow_next(PagePart start, PostFacts facts, Fetcher& fetcher, const WalkOptions& options, Report& report);

}  // namespace blogbind
