// Fonts for scripts and signs that reading devices commonly lack, from the manifests in fonts/.
#pragma once

#include <span>
#include <string_view>

namespace blogbind::media {

struct GlyphFont {
    std::string_view family;
    std::string_view languages;  ///< primary tags between spaces; "symbols" for signs of no language
};

/// In the order in which they are tried.
std::span<const GlyphFont> glyph_fonts();

}  // namespace blogbind::media
