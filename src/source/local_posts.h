// Posts in files: saved pages and pasted text, one by one or a folder of them.
#pragma once

#include <span>

#include "base/report.h"
#include "base/result.h"
#include "model/entry.h"
#include "source/readers.h"

namespace blogbind {

bool is_web_page(const FileStart& start);
bool is_plain_text(const FileStart& start);

/// The post of one file. Error unreadable: no post, or a list of posts.
Result<Entry> local_post(const Source& source, const extract::SiteRules& rules, Report& report);
Result<Listing> read_saved_page(std::span<const Source> sources, const Reading& reading);
Result<Listing> read_pasted_text(std::span<const Source> sources, const Reading& reading);
/// The files of a folder or a ZIP archive that hold posts, by name; folders of pictures beside them are left alone.
/// What cannot be read is reported.
Result<Listing> read_folder(std::span<const Source> sources, const Reading& reading);

}  // namespace blogbind
