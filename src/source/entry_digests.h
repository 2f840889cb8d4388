// How single posts are known again in what a server sent of several.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace blogbind {

/// The digests of a feed's entries or of the posts in an API's list, as Given::sha256 has them; none for other answers.
/// What stands before a fault counts.
std::vector<std::string> entry_digests(std::string_view media_type, std::string_view body);

}  // namespace blogbind
