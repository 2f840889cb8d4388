// What a font is called within its file. A part of a font must not bear the name of the whole.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace blogbind::media {

struct FontName {
    std::uint16_t id;  ///< OpenType "name" table: 0 notice, 1 family, 4 full name, 6 PostScript name, 13 licence
    std::u16string text;
};

/// A table of these names, in the order of their ids.
std::string name_table(const std::vector<FontName>& names);
/// Overwrites in a "CFF " table the font's name and all strings that begin with `reserved`; nothing moves. A table
/// that is not whole is left alone.
void disguise_cff(std::string& table, const std::vector<std::string>& reserved);

}  // namespace blogbind::media
