// Posts in files: saved pages and pasted text, one by one or a folder of them.
#pragma once

#include "base/report.h"
#include "base/result.h"
#include "model/entry.h"
#include "source/source.h"

namespace blogbind {

/// The post of one file. Error unreadable: no post, or a list of posts.
Result<Entry> local_post(const Source& source, Report& report);
/// The files of a folder that hold posts, by name; folders of pictures beside them are left alone. Files that cannot be
/// read are reported.
Result<std::vector<Entry>> folder_posts(const Source& source, Report& report);

}  // namespace blogbind
