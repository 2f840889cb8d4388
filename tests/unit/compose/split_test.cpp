// Long posts become several documents.
#include "compose/split.h"

#include <fmt/format.h>

#include "markup/xhtml_writer.h"
#include "support/posts.h"

using namespace blogbind;
using namespace blogbind::compose;

namespace {

std::string paragraphs(int kilobytes) {
    std::string html;
    for (int i = 0; i < kilobytes; ++i) html += fmt::format("<p>{:x>993}</p>", "");
    return html;
}

std::string note(const std::string& n) {
    return fmt::format(R"(<aside role="doc-footnote" id="fn-{0}"><p>Note {0}</p></aside>)", n);
}

std::vector<markup::Body> parts_of(const std::string& html, const PictureSizes& pictures = {}) {
    return split_into_documents(test::body_of(html), pictures);
}

}  // namespace

TEST_CASE("split: a post of ordinary length stays whole") { CHECK(parts_of(paragraphs(200)).size() == 1); }

TEST_CASE("split: the cut is at a heading in a good place") {
    const auto parts = parts_of(paragraphs(150) + "<h2>Here</h2>" + paragraphs(150));
    REQUIRE(parts.size() == 2);
    CHECK(markup::is_named(*parts[1].root().FirstChild(), "h2"));
}

TEST_CASE("split: without a heading the cut is between paragraphs, and the first of them is flush") {
    const auto parts = parts_of(paragraphs(300));
    REQUIRE(parts.size() == 2);
    CHECK(markup::xhtml(parts[0].root()).size() <= 245'000);
    CHECK(markup::attribute(*parts[1].root().FirstChildElement(), "class") == "first");
}

TEST_CASE("split: pictures weigh too") {
    const std::string figure = "<figure><p class=\"frame\"><img src=\"../images/a.jpg\" alt=\"A\"/></p></figure>";
    CHECK(parts_of(figure + figure + figure, {{"images/a.jpg", 4'000'000}}).size() == 2);
}

TEST_CASE("split: a note stands in the document that refers to it") {
    const std::string html = fmt::format(R"(<p><a href="#fn-1">1</a></p>{}<h2>On</h2><p><a href="#fn-2">2</a></p>{})"
                                         R"(<section epub:type="footnotes"><h2>Notes</h2>{}{}</section>)",
                                         paragraphs(200), paragraphs(100), note("1"), note("2"));
    const auto parts = parts_of(html);
    REQUIRE(parts.size() == 2);
    CHECK(markup::xhtml(parts[0].root()).find("Note 1") != std::string::npos);
    CHECK(markup::xhtml(parts[0].root()).find("Note 2") == std::string::npos);
    CHECK(markup::xhtml(parts[1].root()).find("Note 2") != std::string::npos);
    CHECK(markup::xhtml(parts[1].root()).find("Notes</h2>") == std::string::npos);
}
