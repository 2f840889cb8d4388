// What a run did, as the contract's --report.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/json.h"
#include "base/report.h"
#include "cli/network.h"
#include "cli/output.h"
#include "media/embedder.h"

namespace blogbind::cli {

struct RunReport {
    std::vector<WrittenFile> files;  ///< the book, then what was written beside it; empty if there is none
    std::size_t posts = 0, chapters = 0, words = 0;
    media::ImageCounts images;
    std::size_t comments_declared = 0, comments_bound = 0;
    std::vector<std::pair<std::string, double>> seconds;  ///< by stage, in order; the first is "total"
};
Json run_report_json(const RunReport& run, const Traffic& traffic, const Report& report);

/// One line per run for people: "30 posts, 283 pictures, 624 comments: blog.epub (41.2 MB)". Names every file.
std::string run_summary(const RunReport& run);

}  // namespace blogbind::cli
