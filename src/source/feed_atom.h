// Atom (RFC 4287), with threading (RFC 4685) and paging (RFC 5005).
#pragma once

#include "source/feed.h"

namespace blogbind {

bool is_atom(const FileStart& start);
Status parse_atom(std::string_view text, const std::optional<Url>& address, Feed& feed);

}  // namespace blogbind
