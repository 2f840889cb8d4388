// The words in the names that themes give to elements.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace blogbind::extract {

/// One class or id, taken apart at everything but ASCII letters and before capitals, in lower case:
/// "relatedPosts__list-2" has the words related, posts and list.
std::vector<std::string> name_words(std::string_view name);

}  // namespace blogbind::extract
