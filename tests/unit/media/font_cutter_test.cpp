// Fonts by way of the sandboxed worker.
#include "media/font_cutter.h"

#include <doctest/doctest.h>

#include <string>

#include "media/glyph_fonts.h"

namespace blogbind::media {

TEST_CASE("FontCutter: a face comes back whole, a family that is not installed is an error") {
    FontCutter cutter;
    const auto italic = cutter.cut({"Noto Serif", false, true, "Night Ferry"});
    REQUIRE_MESSAGE(italic.has_value(), (italic ? "" : italic.error().message));
    CHECK(italic->media_type == "font/ttf");
    CHECK(italic->licence == "SIL Open Font License");
    CHECK(italic->missing == 0);
    CHECK(italic->bytes.size() > 1000);

    const auto unknown = cutter.cut({"No Such Serif", false, false, "abc"});
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().kind == ErrorKind::not_found);
    CHECK(unknown.error().message == "is not installed for all users of this machine");
}

TEST_CASE("FontCutter: without its worker there is no font") {
    FontCutter cutter("/nonexistent");
    const auto font = cutter.cut({"Noto Serif", false, false, "abc"});
    REQUIRE_FALSE(font);
    CHECK(font.error().kind == ErrorKind::not_found);
}

TEST_CASE("glyph_fonts: the manifests say for which languages each is tried") {
    std::string families;
    for (const GlyphFont& font : glyph_fonts())
        if (font.languages.find(" ar ") != std::string_view::npos) families.append(font.family).append(", ");
    CHECK(families == "Amiri, Noto Naskh Arabic, ");
}

}  // namespace blogbind::media
