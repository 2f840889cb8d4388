// The tags of XML, well-formed or not.
#include "markup/xml_tags.h"

#include <doctest/doctest.h>

#include <string>

using namespace blogbind;
using namespace blogbind::markup;

namespace {

Result<std::string> tags_of(std::string_view xml) {
    std::string text;
    const Status read = visit_tags(xml, [&](const XmlTag& tag) {
        text += tag.name;
        for (const auto& [name, value] : tag.attributes) text.append(" ").append(name).append("=").append(value);
        text += '\n';
    });
    if (!read) return fail(read.error());
    return text;
}

}  // namespace

TEST_CASE("xml_tags: names lose their prefixes, values their references") {
    CHECK(tags_of("<o:package xmlns:o='urn:o' xmlns:x='urn:x' x:href='a&amp;b'><!-- <c> --><d/></o:package>").value() ==
          "package href=a&b\nd\n");
}

TEST_CASE("xml_tags: what is not well-formed is an error with its line") {
    for (const char* xml : {"<a>\n<b></a>", "<a>\n& </a>", "<a>\n<b c=d/></a>", "<a>\n", "", "<a/>\n<b/>"}) {
        CAPTURE(xml);
        const auto tags = tags_of(xml);
        REQUIRE_FALSE(tags);
        CHECK(tags.error().message.starts_with("line "));
    }
}

TEST_CASE("xml_tags: entities that unfold without end are refused") {
    std::string xml = "<!DOCTYPE a [<!ENTITY e0 'ten letters'>";
    for (int i = 1; i < 12; ++i) {
        xml += "<!ENTITY e" + std::to_string(i) + " '";
        for (int n = 0; n < 10; ++n) xml += "&e" + std::to_string(i - 1) + ";";
        xml += "'>";
    }
    CHECK_FALSE(tags_of(xml + "]><a>&e11;</a>"));
}
