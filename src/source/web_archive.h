// What crawlers have written: WARC files, folders of them, and WACZ archives, bound like the sites that they hold.
#pragma once

#include <vector>

#include "base/result.h"
#include "source/file_start.h"
#include "source/source.h"

namespace blogbind {

bool is_warc(const FileStart& start);
/// A folder or ZIP archive that holds WARC files.
bool holds_warcs(const FileTree& tree);

/// Opens what is of kind web_archive. Several that stand side by side are one crawl: the first stands for all. Its
/// address is the user's, else where the crawl began. Errors: unreadable; not_found: a crawl without a page.
Status open_web_archives(std::vector<Source>& sources);

}  // namespace blogbind
