// RSS 2.0 and its forerunners (https://www.rssboard.org/rss-specification), RSS 1.0
// (https://web.resource.org/rss/1.0/spec), with the modules that blogs use.
#pragma once

#include "source/feed.h"

namespace blogbind {

bool is_rss(const FileStart& start);
Status parse_rss(std::string_view text, const std::optional<Url>& address, Feed& feed);

}  // namespace blogbind
