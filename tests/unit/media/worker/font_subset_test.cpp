// What is cut out of fonts that are installed wherever the tests run.
#include "media/worker/font_subset.h"

#include <doctest/doctest.h>

#include <string>

#include "base/file.h"
#include "media/worker/font_files.h"

namespace blogbind::media {
namespace {

std::string installed(const std::string& family) {
    const auto file = font_file(family, false, false);
    REQUIRE_MESSAGE(file.has_value(), family);
    return *read_file(file->path, 64U << 20);
}

/// Where a table begins in a font's file.
std::size_t table_start(const std::string& font, const std::string& tag) {
    const std::size_t record = font.find(tag);
    REQUIRE(record < 1000);
    std::size_t start = 0;
    for (std::size_t i = 8; i < 12; ++i) start = start << 8 | static_cast<unsigned char>(font[record + i]);
    return start;
}

/// As names are written in fonts.
std::string wide(std::string_view text) {
    std::string wide;
    for (const char c : text) wide.append(1, '\0').append(1, c);
    return wide;
}

}  // namespace

TEST_CASE("font_subset: a part is small, says what is missing and whose it is, and has another name") {
    struct Case {
        std::string family, media_type, magic, licence, postscript;
    };
    const Case cases[] = {
        {"Noto Serif", "font/ttf", std::string("\0\1\0\0", 4), "SIL Open Font License", "NotoSerif"},
        {"EB Garamond 12", "font/otf", "OTTO", "SIL Open Font License", "EBGaramond12"},
        {"DejaVu Serif", "font/ttf", std::string("\0\1\0\0", 4), "Bitstream Vera licence", "DejaVuSerif"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.family);
        const std::string whole = installed(c.family);
        const auto part = subset_font(whole, 0, "Night Ferry éß 山");
        REQUIRE(part);
        CHECK(part->media_type == c.media_type);
        CHECK(part->bytes.starts_with(c.magic));
        CHECK(part->bytes.size() < 40'000);
        CHECK(part->missing == 1);
        CHECK(part->licence == c.licence);
        CHECK(whole.find(wide(c.family)) != std::string::npos);
        CHECK(part->bytes.find(wide(c.family)) == std::string::npos);
        CHECK(part->bytes.find(wide(c.postscript)) == std::string::npos);
        CHECK(part->bytes.find(c.postscript + "-") == std::string::npos);
        CHECK(part->bytes.find(wide("Copyright")) != std::string::npos);
        CHECK(subset_font(whole, 0, "Night Ferry éß 山")->bytes == part->bytes);
    }
}

TEST_CASE("font_subset: what the makers do not allow is refused") {
    struct Case {
        std::string_view name;
        char high, low;
        std::string_view message;
    };
    const Case cases[] = {
        {"anything", 0, 0, ""},
        {"editable documents", 0, 8, ""},
        {"documents to read", 0, 4, ""},
        {"no embedding", 0, 2, "may not be embedded, as its makers say"},
        {"no embedding, but printing", 0, 6, ""},
        {"only whole", 1, 8, "may not be embedded in parts, as its makers say"},
        {"only bitmaps", 2, 0, "may not be embedded in parts, as its makers say"},
    };
    std::string font = installed("DejaVu Serif");
    const std::size_t bits = table_start(font, "OS/2") + 8;
    for (const Case& c : cases) {
        CAPTURE(c.name);
        font[bits] = c.high;
        font[bits + 1] = c.low;
        const auto part = subset_font(font, 0, "abc");
        CHECK((part ? std::string() : part.error().message) == c.message);
    }
}

TEST_CASE("font_subset: what is no font, or of no use to the book, is told") {
    const std::string font = installed("DejaVu Serif");
    struct Case {
        std::string_view name;
        std::string bytes;
        unsigned index;
        std::string characters, message;
    };
    const Case cases[] = {
        {"nothing", "", 0, "abc", "is no readable font"},
        {"text", "Once upon a time there was no font.", 0, "abc", "is no readable font"},
        {"cut off", font.substr(0, 300), 0, "abc", "is no readable font"},
        {"no such face", font, 7, "abc", "is no readable font"},
        {"another script", font, 0, "山川", "has none of the characters of this book"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const auto part = subset_font(c.bytes, c.index, c.characters);
        REQUIRE_FALSE(part);
        CHECK(part.error().message == c.message);
    }
}

TEST_CASE("font_files: faces are found by family, weight and slant, whatever the case of the letters") {
    struct Case {
        std::string_view name;
        std::string family;
        bool bold, italic;
        std::string_view file;  ///< empty: an error
    };
    const Case cases[] = {
        {"upright", "Noto Serif", false, false, "NotoSerif-Regular.ttf"},
        {"bold italic", "noto serif", true, true, "NotoSerif-BoldItalic.ttf"},
        {"of text size", "EB Garamond", false, true, "EBGaramond12-Italic.otf"},
        {"no bold italic", "EB Garamond 12", true, true, ""},
        {"unknown", "No Such Serif", false, false, ""},
        {"nothing", "", false, false, ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const auto file = font_file(c.family, c.bold, c.italic);
        const std::string path = file ? file->path : std::string();
        CHECK(path.substr(path.rfind('/') + 1) == c.file);
    }
}

}  // namespace blogbind::media
