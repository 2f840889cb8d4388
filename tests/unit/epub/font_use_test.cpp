// Which characters stand in which language, and how fonts for them are used.
#include "epub/font_use.h"

#include <doctest/doctest.h>

#include "support/scratch.h"

using namespace blogbind;
using namespace blogbind::epub;

namespace {

Font font_of(std::string_view path, std::string_view language, bool bold = false) {
    Font font;
    font.file.path = std::string(path);
    font.language = std::string(language);
    font.bold = bold;
    return font;
}

}  // namespace

TEST_CASE("font_use: characters are told apart by language, symbols by themselves") {
    Publication publication;
    test::Scratch scratch;
    publication.files = {
        scratch.file(
            "EPUB/text/a.xhtml",
            R"(<html lang="en-GB"><body><p>baab</p><p lang="ko">부산 <i lang="fr">é</i>부</p><hr/>c☔</body></html>)"),
        scratch.file("EPUB/css/book.css", "z")};
    const auto shown = shown_characters(publication, scratch.spill());
    CHECK(shown.size() == 4);
    CHECK(shown.at("en") == "abc");
    CHECK(shown.at("ko") == " 부산");
    CHECK(shown.at("fr") == "é");
    CHECK(shown.at("symbols") == "☔");
}

TEST_CASE("font_use: elements in a font's language get its class, and symbols elements of their own") {
    const std::vector<Font> fonts{font_of("fonts/glyphs-ko.otf", "ko"), font_of("fonts/glyphs-symbols.ttf", "symbols")};
    struct Case {
        std::string_view name, document, expected;
    };
    const Case cases[] = {
        {"no class yet", R"(<body><p lang="ko">부산</p></body>)",
         R"(<body><p class="in-ko" lang="ko">부산</p></body>)"},
        {"a class", R"(<body><p class="first" lang="ko-KR">부산</p></body>)",
         R"(<body><p class="first in-ko" lang="ko-KR">부산</p></body>)"},
        {"another language", R"(<body><p lang="ja">駅</p></body>)", R"(<body><p lang="ja">駅</p></body>)"},
        {"symbols", "<body><p>a ☔☕ b☔</p></body>",
         R"(<body><p>a <span class="in-symbols">☔☕</span> b<span class="in-symbols">☔</span></p></body>)"},
        {"joined symbols", "<body>👩\u200D🔬\uFE0F.</body>",
         "<body><span class=\"in-symbols\">👩\u200D🔬\uFE0F</span>.</body>"},
        {"the head", R"(<html lang="ko"><head><title lang="ko">☔</title></head><body>a</body></html>)",
         R"(<html lang="ko"><head><title lang="ko">☔</title></head><body>a</body></html>)"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(with_font_classes(c.document, fonts) == c.expected);
    }
    CHECK(with_font_classes(cases[3].document, {font_of("fonts/text-regular.otf", "")}) == cases[3].document);
}

TEST_CASE("font_use: the style sheet names the book's faces, and where each family is used") {
    const auto templates = TemplateSet::load({});
    REQUIRE(templates);
    const auto sheet = font_sheet({font_of("fonts/glyphs-ko.otf", "ko"), font_of("fonts/text-bold.ttf", "", true),
                                   font_of("fonts/text-regular.ttf", "")},
                                  *templates);
    REQUIRE(sheet);
    for (
        const std::string_view line :
        {R"(@font-face { font-family: "book-ko"; font-weight: normal; font-style: normal; src: url("../fonts/glyphs-ko.otf"); })",
         R"(@font-face { font-family: "book-text"; font-weight: bold; font-style: normal; src: url("../fonts/text-bold.ttf"); })",
         R"(.in-ko { font-family: "book-ko", serif; })",
         R"(body, h1, h2, h3, h4, h5, h6 { font-family: "book-text", serif; })"}) {
        CAPTURE(line);
        CHECK(sheet->find(line) != std::string::npos);
    }
    CHECK(sheet->find("&quot;") == std::string::npos);
}
