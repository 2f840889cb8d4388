// The user's own pages before the chapters: Markdown files, read the way that posts are.
#pragma once

#include <vector>

#include "base/report.h"
#include "base/result.h"
#include "cli/options.h"
#include "compose/front.h"
#include "media/embedder.h"
#include "model/entry.h"
#include "net/fetcher.h"
#include "source/source.h"

namespace blogbind::cli {

/// Those in files. Their pictures are not yet embedded. Error usage: a file that cannot be read, is no text, or says
/// nothing.
Result<std::vector<compose::FrontPost>> read_front(const Options& options, Fetcher& fetcher, Report& report);

/// "about" among them: the blog's page about itself, where the user wants it; it is no chapter then. Where there is
/// none, the report says so.
void add_about(std::vector<compose::FrontPost>& pages, const Options& options, const std::vector<Source>& sources,
               Listing& listing, Fetcher& fetcher, Report& report);

/// REQUIRES: no post's pictures have been begun.
void embed_front(std::vector<compose::FrontPost>& pages, const Options& options, media::Embedder& embedder,
                 Report& report);

}  // namespace blogbind::cli
