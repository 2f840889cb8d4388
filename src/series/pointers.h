// What running text says of the way that a link leads: "My next review HERE", "zurück", "続き".
#pragma once

#include <string_view>

namespace blogbind::series {

enum class Direction { none, next, previous, index };

/// The direction that the words of a link or of the text beside it give.
Direction direction_of(std::string_view text);
/// "HERE", "this post", "こちら": words that say nothing of where the link leads; what stands beside it does.
bool is_bare_pointer(std::string_view link_text);

}  // namespace blogbind::series
