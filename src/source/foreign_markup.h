// Texts in languages that are not read, as the sources of some static blogs are. Their names tell: by their content
// they are plain text, and a book of that would show their marks.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace blogbind {

/// For people, what such a file is and how it can be read all the same, to follow its name: "is AsciiDoc, …"; nothing
/// for all other names.
std::optional<std::string> foreign_markup(std::string_view name);

}  // namespace blogbind
