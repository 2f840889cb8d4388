// Names of people in bylines: one or several of them, and what only looks like one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace blogbind::extract {

/// "Mara Ellingsen", "Jan van der Meer", but neither "Read more" nor "Mara" nor "Oslo, 3 May": two to five words that
/// begin like names do, none of which belongs to the furniture of pages.
bool looks_personal(std::string_view text);

/// "Mara": one word that looks_personal() would take for a part of a name.
bool looks_like_single_name(std::string_view text);

/// The people in "By Mara Ellingsen, Ben Okafor and Lea Sand"; what follows the last name ("The Night Press") is left
/// out. One name is read as author_name() reads it. `site` may be empty.
std::vector<std::string> author_names(std::string_view text, std::string_view site);

/// "Ellingsen, Mara" as lists for machines have it is "Mara Ellingsen"; other text comes back as it is.
std::string in_reading_order(std::string_view name);

}  // namespace blogbind::extract
