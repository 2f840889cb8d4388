// Sentences and pictures in numbered spans, as Kobo's reader counts them.
#include "epub/kobo_spans.h"

#include <doctest/doctest.h>

#include "epub/xhtml_scan.h"

using namespace blogbind;
using namespace blogbind::epub;

namespace {

constexpr std::string_view before = R"(<body><div id="book-columns"><div id="book-inner">)";
constexpr std::string_view after = "</div></div></body>";

// What stands within the boxes, with [1.2 …] for <span class="koboSpan" id="kobo.1.2">…</span>.
std::string woven(std::string_view body) {
    std::string text = with_kobo_spans("<body>" + std::string(body) + "</body>");
    CHECK(scan_xhtml(text, [](const Tag&) {}));
    REQUIRE(text.starts_with(before));
    REQUIRE(text.ends_with(after));
    text = text.substr(before.size(), text.size() - before.size() - after.size());
    constexpr std::string_view start = "<span class=\"koboSpan\" id=\"kobo.";
    for (std::size_t at = text.find(start); at != std::string::npos; at = text.find(start, at)) {
        const std::size_t end = text.find("</span>", at);
        text.replace(end, 7, "]");
        text.replace(text.find("\">", at), 2, " ");
        text.replace(at, start.size(), "[");
    }
    return text;
}

}  // namespace

TEST_CASE("kobo_spans: sentences, paragraphs and pictures are counted") {
    struct Case {
        std::string_view name, body, expected;
    };
    const Case cases[] = {
        {"sentences", "<p>One. Two!  Three</p>", "<p>[1.1 One. ][1.2 Two!  ][1.3 Three]</p>"},
        {"a sign that closes", "<p>“One.” Two…\nThree.' Four</p>",
         "<p>[1.1 “One.” ][1.2 Two…\nThree.' ][1.3 Four]</p>"},
        {"a quote as a reference", "<p>&quot;One.&quot; Two</p>", "<p>[1.1 &quot;One.&quot; ][1.2 Two]</p>"},
        {"no sentence ends within a word", "<p>At 3.5 km, see a.b</p>", "<p>[1.1 At 3.5 km, see a.b]</p>"},
        {"a line of dots", "<p>Well...) yes?! No</p>", "<p>[1.1 Well...) yes?! ][1.2 No]</p>"},
        {"paragraphs", "<h1>A</h1>\n<p>B</p>", "<h1>[1.1 A]</h1>\n<p>[2.1 B]</p>"},
        {"lists count once, and not their items", "<ul><li>A</li> <li>B</li></ul>",
         "<ul><li>[1.1 A]</li> <li>[1.2 B]</li></ul>"},
        {"text behind an element", "<p>A <em>b. c</em> d</p>", "<p>[1.1 A ]<em>[1.2 b. ][1.3 c]</em>[1.4  d]</p>"},
        {"white space is text in a paragraph only", "<p><b>A</b> <b>B</b></p><div><b>C</b> <b>D</b></div>",
         "<p><b>[1.1 A]</b>[1.2  ]<b>[1.3 B]</b></p><div><b>[1.4 C]</b> <b>[1.5 D]</b></div>"},
        {"text before any paragraph", "<div>A</div>", "<div>[0.1 A]</div>"},
        {"pictures", "<p class=\"frame\"><img src=\"a.jpg\" alt=\"a > b\"/></p><p>A <img src=\"b\"/> b</p>",
         "<p class=\"frame\">[1.1 <img src=\"a.jpg\" alt=\"a > b\"/>]</p><p>[2.1 A ][3.1 <img src=\"b\"/>][3.2  "
         "b]</p>"},
        {"code, drawings and formulas are left alone", "<pre>A. <b>B</b></pre><p><svg><text>C</text><img/></svg>D</p>",
         "<pre>A. <b>B</b></pre><p><svg><text>C</text><img/></svg>[1.1 D]</p>"},
        {"empty elements get an end tag", "<p/><td /><br/>", "<p></p><td ></td><br/>"},
        {"void elements lose theirs", "<p><img src=\"a\"></img>A<br></br></p>",
         "<p>[1.1 <img src=\"a\"/>][1.2 A]<br/></p>"},
        {"comments are no text", "<p><!-- A. -->B</p>", "<p><!-- A. -->[1.1 B]</p>"},
        {"no-break spaces are references", "<p>A.\u00A0B</p>", "<p>[1.1 A.&#160;B]</p>"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(woven(c.body) == c.expected);
    }
}

TEST_CASE("kobo_spans: the head gets Kobo's style, and its title no span") {
    CHECK(with_kobo_spans("<?xml version=\"1.0\"?>\n<!DOCTYPE html>\n<html><head><title>A. B</title></head>"
                          "<body class=\"x\"></body></html>\n") ==
          "<?xml version=\"1.0\"?>\n<!DOCTYPE html>\n<html><head><title>A. B</title><style type=\"text/css\" "
          "class=\"kobostylehacks\">div#book-inner { margin-top: 0; margin-bottom: 0;}</style></head>"
          "<body class=\"x\"><div id=\"book-columns\"><div id=\"book-inner\"></div></div></body></html>\n");
}
