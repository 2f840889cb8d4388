// Is it well-formed, and which tags are there?
#include "epub/xhtml_scan.h"

#include <doctest/doctest.h>

#include <string>

using namespace blogbind;
using namespace blogbind::epub;

TEST_CASE("xhtml_scan: what is not well-formed is told with its line") {
    struct Case {
        std::string_view name, text, expected;
    };
    const Case cases[] = {
        {"sound", "<?xml version=\"1.0\"?>\n<!DOCTYPE html>\n<p class='a'>x &amp; &#160;<br/></p>", ""},
        {"not closed", "<p>\n<b>", "line 2: <b> is not closed"},
        {"wrong order", "<p><b></p></b>", "line 1: </p> closes nothing"},
        {"bare ampersand", "<p>\na & b</p>", "line 1: a bare \"&\""},
        {"HTML entity", "<p>&nbsp;</p>", "line 1: a bare \"&\""},
        {"no quotes", "<p class=a></p>", "line 1: an attribute of <p> has no value in quotes"},
        {"no value", "<p hidden></p>", "line 1: an attribute of <p> has no value in quotes"},
        {"twice", "<p id=\"a\" id=\"b\"></p>", "line 1: <p> has the attribute id twice"},
        {"in a value", "<a href=\"?a=1&b=2\"></a>", "line 1: a bare \"&\" in href"},
        {"a bracket in a value", "<a title=\"a > b\"></a>", ""},
        {"open tag", "<p", "line 1: a tag without an end"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const Status status = scan_xhtml(c.text, [](const Tag&) {});
        CHECK((status ? std::string() : status.error().message) == c.expected);
    }
}

TEST_CASE("xhtml_scan: tags come with their attributes") {
    std::string seen;
    const auto note = [&](const Tag& tag) {
        seen += tag.name;
        for (const auto& [name, value] : tag.attributes) seen.append(" ").append(name).append("=").append(value);
        seen += ';';
    };
    REQUIRE(scan_xhtml("<a href=\"x\" id='y'>t<img src=\"z\"/></a>", note));
    CHECK(seen == "a href=x id=y;img src=z;");
}
