#include "extract/writing.h"

#include <doctest/doctest.h>

#include <string_view>

#include "markup/html_parser.h"

using namespace blogbind;
using namespace blogbind::extract;

TEST_CASE("writing: the styles of the text and of the page tell whether lines run from top to bottom") {
    struct Case {
        std::string_view name, html;
        bool expected;
    };
    const Case cases[] = {
        {"nothing said", "<article><p>雨</p></article>", false},
        {"the text itself", "<article style='color: red; Writing-Mode: VERTICAL-RL'><p>雨</p></article>", true},
        {"around the text", "<div style='-webkit-writing-mode:vertical-rl'><article>雨</article></div>", true},
        {"as it once was called", "<body style='writing-mode: tb-rl'><article>雨</article></body>", true},
        {"within the text", "<article><p style='writing-mode: vertical-rl'>雨</p>雪</article>", false},
        {"said to be as usual", "<article style='writing-mode: horizontal-tb'>雨</article>", false},
        {"in the page's sheet",
         "<head><style>p { margin: 0 } html , body{ writing-mode: vertical-rl }</style></head><article>雨</article>",
         true},
        {"for another element",
         "<head><style>.poem { writing-mode: vertical-rl } body { margin: 0 }</style></head><article>雨</article>",
         false},
        {"a sheet that is cut off", "<head><style>body { writing-mode: vertical-rl</style></head><article>雨</article>",
         false},
        {"braces in disorder", "<head><style>} } body { { }</style></head><article>雨</article>", false},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const auto page = markup::parse_document(c.html);
        REQUIRE(page);
        const markup::Element* article = markup::first_descendant(page->body.root(), "article");
        REQUIRE(article != nullptr);
        CHECK(is_written_vertically(page->body.root(), *article) == c.expected);
    }
}
