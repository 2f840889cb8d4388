#include "markup/xml_units.h"

#include <doctest/doctest.h>

#include <tuple>

using namespace blogbind;
using namespace blogbind::markup;

namespace {

std::vector<XmlUnit> units_of(std::string_view xml, std::size_t piece, int depth = 1) {
    std::vector<XmlUnit> units;
    XmlUnits reader({.depth = depth}, [&](XmlUnit unit) { units.push_back(std::move(unit)); });
    Status status;
    for (std::size_t at = 0; at < xml.size() && status; at += piece) status = reader.read(xml.substr(at, piece));
    if (status) status = reader.finish();
    return units;
}

}  // namespace

TEST_CASE("XML of blogs: what is broken in the usual ways is read all the same, in pieces of any size") {
    struct Case {
        std::string_view name, xml, text;
    };
    const Case cases[] = {
        {"plain", "<r><a>one &amp; two</a></r>", "one & two"},
        {"section that holds the end of its element", "<r><a><![CDATA[x</a></r>]]></a></r>", "x</a></r>"},
        {"section that is cut in two", "<r><a><![CDATA[x]]]]><![CDATA[>y]]></a></r>", "x]]>y"},
        {"bare ampersands", "<r><a>fish & chips &c; a&b</a></r>", "fish & chips &c; a&b"},
        {"entities of HTML", "<r><a>a&nbsp;b &eacute;</a></r>", "a&nbsp;b &eacute;"},
        {"numbers", "<r><a>&#8211;&#x41;&#0;&#xD800;</a></r>", "–A&#0;&#xD800;"},
        {"less-than signs", "<r><a>1 < 2 <3 >]]></a></r>", "1 < 2 <3 >]]>"},
        {"control characters", "<r><a>a\x0B<![CDATA[b\x01]]></a></r>", "a b"},
        {"windows-1252 among UTF-8", "<r><a>caf\xE9 \x93x\x94 caf\xC3\xA9</a></r>", "café “x” café"},
        {"text before the first tag", "\xEF\xBB\xBF\n\n Warning: x\n<?xml version='1.0'?><r><a>x</a></r>", "x"},
        {"wrong encoding declared", "<?xml version='1.0' encoding='koi8-r'?><r><a>caf\xC3\xA9</a></r>", "café"},
        {"document type with entities", "<!DOCTYPE r [<!ENTITY e 'boo'>]><r><a>&e;</a></r>", "&e;"},
        {"undeclared prefixes", "<r><x:a>x</x:a></r>", "x"},
        {"comments and instructions", "<r><!-- <a> & --><a>x<?php & ?>y</a></r>", "xy"},
        {"attribute with forbidden signs", "<r><a b='1 < 2 & 3'>x</a></r>", "x"},
    };
    for (const Case& c : cases)
        for (const std::size_t piece : {1, 2, 7, 1000}) {
            CAPTURE(c.name);
            CAPTURE(piece);
            const std::vector<XmlUnit> units = units_of(c.xml, piece);
            REQUIRE(units.size() == 1);
            CHECK(units.front().element.own_text() == c.text);
        }
}

TEST_CASE("XML units: each knows where it stands, whatever was repaired before it") {
    const std::string xml =
        "junk\n<rss><channel><title>A & B</title><item>\xE9 & \x01<b>x</b></item><item>two</item>"
        "</channel></rss>";
    for (const std::size_t piece : {1, 5, 1000}) {
        CAPTURE(piece);
        const std::vector<XmlUnit> units = units_of(xml, piece, 2);
        REQUIRE(units.size() == 3);
        CHECK(xml.substr(units[1].start, units[1].end - units[1].start) == "<item>\xE9 & \x01<b>x</b></item>");
        CHECK(xml.substr(units[2].start, units[2].end - units[2].start) == "<item>two</item>");
        CHECK(units[1].element.text_of("b") == "x");
    }
}

TEST_CASE("XML units: what came before a fault is kept, and the fault told with its line") {
    std::vector<std::string> names;
    const Status status = visit_units("<r>\n<a>1</a>\n<b>2</c>", {}, [&](XmlUnit unit) {
        names.push_back(unit.element.name + unit.element.own_text());
    });
    REQUIRE_FALSE(status);
    CHECK(status.error().message == "line 3: mismatched tag");
    CHECK(names == std::vector<std::string>{"a1"});
    CHECK_FALSE(visit_units("<r><a>1</a>", {}, [](XmlUnit) {}));
}

TEST_CASE("XML units: skipped elements keep their place, not their inside; the root's prefix goes") {
    XmlElement item;
    const auto keep = [&](XmlUnit unit) { item = std::move(unit.element); };
    REQUIRE(visit_units("<n:r><n:item k='v'><n:body>long <i>x</i></n:body><t>y</t></n:item></n:r>",
                        {.depth = 1, .is_skipped = [](std::string_view name) { return name == "body"; }}, keep));
    CHECK(item.name == "item");
    CHECK(item.attribute("k") == "v");
    REQUIRE(item.child("body") != nullptr);
    CHECK(item.child("body")->children.empty());
    CHECK(item.text_of("t") == "y");
}

TEST_CASE("XML units: markup inside an element is HTML again") {
    XmlElement item;
    REQUIRE(visit_units("<r><c><h:p class='a'>1 &lt; 2<h:br/><b>x</b></h:p></c></r>", {},
                        [&](XmlUnit unit) { item = std::move(unit.element); }));
    CHECK(markup_inside(item) == "<p class=\"a\">1 &lt; 2<br><b>x</b></p>");
}
