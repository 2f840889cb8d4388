#include "epub/turned_css.h"

#include <doctest/doctest.h>

using namespace blogbind::epub;

TEST_CASE("mirrored css: what stands left stands right, and nothing else moves") {
    struct Case {
        std::string_view name, css, expected;
    };
    const Case cases[] = {
        {"value", "p { text-align: left; }", "p { text-align: right; }"},
        {"property", "ol { border-left: 1px solid; }", "ol { border-right: 1px solid; }"},
        {"both", "td { padding-left: 1em; padding-right: 2em }", "td { padding-right: 1em; padding-left: 2em }"},
        {"by place", "ol { padding: 0 0 0 0.9em; }", "ol { padding: 0 0.9em 0 0; }"},
        {"by place, important", "p { margin:1px 2px 3px 4px !important }", "p { margin: 1px 4px 3px 2px !important}"},
        {"two values", "p { margin: 0 5%; }", "p { margin: 0 5%; }"},
        {"same on both sides", "p { margin: 1em 4% 0 4%; }", "p { margin: 1em 4% 0 4%; }"},
        {"part of a word", ".bright, .leftover { color: red }", ".bright, .leftover { color: red }"},
        {"comment", "/* left; right */ p { float: right } /* left", "/* left; right */ p { float: left } /* left"},
        {"other four values", "p { border-radius: 1px 2px 3px 4px; }", "p { border-radius: 1px 2px 3px 4px; }"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(mirrored(c.css) == c.expected);
    }
}

TEST_CASE("rotated css: sides turn by a quarter, and nothing else moves") {
    struct Case {
        std::string_view name, css, expected;
    };
    const Case cases[] = {
        {"four values", "p { margin: 1em 2em 3em 4em; }", "p { margin: 4em 1em 2em 3em; }"},
        {"three values", "p { margin: 1em 4% 0; }", "p { margin: 4% 1em 4% 0; }"},
        {"two values", "p { margin: 0.8em 5%; }", "p { margin: 5% 0.8em 5% 0.8em; }"},
        {"one value", "p { margin: 0; }", "p { margin: 0; }"},
        {"by name", "hr { border-top: 1px solid; padding-left: 1em }",
         "hr { border-right: 1px solid; padding-top: 1em }"},
        {"margins", "li { margin-bottom: 1em; margin-right: 2em }", "li { margin-left: 1em; margin-bottom: 2em }"},
        {"alignment", "td { text-align: left; vertical-align: top }", "td { text-align: left; vertical-align: top }"},
        {"comment", "/* margin-top: 1em; */ p.a, h1 { border: 0 }", "/* margin-top: 1em; */ p.a, h1 { border: 0 }"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(rotated(c.css) == c.expected);
    }
}
