// JSON Feed (https://www.jsonfeed.org/version/1.1/).
#pragma once

#include "source/feed.h"

namespace blogbind {

bool is_json_feed(const FileStart& start);
Status parse_json_feed(std::string_view text, const std::optional<Url>& address, Feed& feed);

}  // namespace blogbind
