// The names under which parts of the book are linked.
#pragma once

#include <string>
#include <string_view>

namespace blogbind::compose {

/// "comment-1041": the same for the same id, different for different ones, and a valid XML name whatever the id is.
std::string comment_anchor(std::string_view comment_id);
/// The part of a path behind its last "/": how documents in one folder name each other.
std::string_view file_name(std::string_view path);

}  // namespace blogbind::compose
