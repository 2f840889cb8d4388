// Where references lead within a container.
#include "archive/package.h"

#include <doctest/doctest.h>

using namespace blogbind::archive;

TEST_CASE("package: references are seen from the file that holds them") {
    struct Case { std::string_view reference; std::optional<std::string> expected; };
    const Case cases[] = {
        {"b.xhtml", "EPUB/text/b.xhtml"},
        {"b.xhtml?page=2#place", "EPUB/text/b.xhtml"},
        {"#place", "EPUB/text/a.xhtml"},
        {"../images/a%20b.jpg", "EPUB/images/a b.jpg"},
        {"../../mimetype", "mimetype"},
        {"../../../etc/passwd", std::nullopt},
        {"./c/../d.xhtml", "EPUB/text/d.xhtml"},
        {"/EPUB/nav.xhtml", "EPUB/nav.xhtml"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.reference);
        CHECK(target_path("EPUB/text/a.xhtml", c.reference) == c.expected);
    }
}

TEST_CASE("package: only what has a scheme or a host is absolute") {
    for (const char* reference : {"https://a.example/", "mailto:a@b.example", "data:,x", "//a.example/"})
        CHECK(is_absolute(reference));
    for (const char* reference : {"a.xhtml", "a/b:c.xhtml", "#a:b", "?a:b", "", ":a"}) CHECK_FALSE(is_absolute(reference));
}
