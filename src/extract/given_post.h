// Posts that came in fields instead of pages.
#pragma once

#include <string_view>

#include "base/report.h"
#include "model/entry.h"
#include "model/given.h"
#include "model/post.h"

namespace blogbind::extract {

/// The post as it was given, even without a word: its author wrote no more. Comments that are counted, but not given,
/// are reported under `where`.
Post given_post(const Entry& entry, const Given& given, std::string_view where, Report& report);

/// Fills what the post's page lacks: names, times, tags.
void supplement(Post& post, const Given& given);

}  // namespace blogbind::extract
