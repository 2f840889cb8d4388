// Fonts by way of the sandboxed worker.
#include <doctest/doctest.h>

#include <string>

#include "media/glyph_fonts.h"
#include "media/workshop.h"

namespace blogbind::media {

TEST_CASE("Workshop: a face comes back whole, a family that is not installed is an error") {
    Workshop workshop(1);
    const auto italic = workshop.cut_font({"Noto Serif", false, true, "Night Ferry"});
    REQUIRE_MESSAGE(italic.has_value(), (italic ? "" : italic.error().message));
    CHECK(italic->media_type == "font/ttf");
    CHECK(italic->licence == "SIL Open Font License");
    CHECK(italic->missing == 0);
    CHECK(italic->bytes.size() > 1000);

    const auto unknown = workshop.cut_font({"No Such Serif", false, false, "abc"});
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().kind == ErrorKind::not_found);
    CHECK(unknown.error().message == "is not installed for all users of this machine");
}

TEST_CASE("Workshop: without its worker there is no font") {
    Workshop workshop(1, "/nonexistent");
    const auto font = workshop.cut_font({"Noto Serif", false, false, "abc"});
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
