#include "markup/html_parser.h"

#include <map>
#include <string>

#include "markup/xhtml_writer.h"
#include "unit/markup/fragment.h"

namespace blogbind::markup {

namespace {

std::string repeated(std::string_view text, int count) {
    std::string result;
    for (int i = 0; i < count; ++i) result += text;
    return result;
}

int depth_of(const Element& root) {
    int deepest = 1;
    each_element(root, [&](const Element& element) {
        int depth = 1;
        for (const Node* at = &element; at != &root; at = at->Parent()) ++depth;
        deepest = std::max(deepest, depth);
    });
    return deepest;
}

}  // namespace

TEST_CASE("html_parser: fragments are read as browsers read them") {
    struct Case {
        std::string_view name, html, expected;
    };
    const Case cases[] = {
        {"implied end tags", "<p>a<p>b<ul><li>c<li>d</ul>", "<p>a</p><p>b</p><ul><li>c</li><li>d</li></ul>"},
        {"crossed tags", "<b><i>a</b>b</i>", "<b><i>a</i></b><i>b</i>"},
        {"comments", "a<!-- b -->c<![CDATA[d]]>", "ac"},
        {"capitals", "<P CLASS=A>x</P>", "<p class=\"A\">x</p>"},
        {"first of two like attributes", "<p id=a id=b>x", "<p id=\"a\">x</p>"},
        {"noscript", "<noscript><img src=a></noscript>", "<noscript><img src=\"a\"/></noscript>"},
        {"template", "<template><p>a</template>", "<template><p>a</p></template>"},
        {"script", "<script>a<b && c</script>", "<script>a&lt;b &amp;&amp; c</script>"},
        {"unknown element", "<wow-card>a</wow-card>", "<wow-card>a</wow-card>"},
        {"prefixed element", "<o:p>a</o:p><fb:like/>", "<o-p>a</o-p><fb-like></fb-like>"},
        {"element name with strange characters", "<a\"b$>x", "<a-b->x</a-b->"},
        {"attribute names that XML refuses", "<p \"=1 @click=2 :href=3 1a=4 x=5 é=6>a", "<p x=\"5\">a</p>"},
        {"attribute prefixes", "<p epub:type=a xml:lang=en o:x=b xmlns:o=c xmlns=d>a",
         "<p epub:type=\"a\" xml:lang=\"en\">a</p>"},
        {"characters that XML refuses", "a&#1;\x02<b title='\x03&#xFFFF;'>&#xFFFE;</b>&#13;c",
         "a\uFFFD\uFFFD<b title=\"\uFFFD\uFFFD\">\uFFFD</b>\nc"},
        {"drawing", "<svg viewbox='0 0 1 1'><lineargradient/><use xlink:href='#a'/></svg>",
         "<svg viewBox=\"0 0 1 1\" xmlns=\"http://www.w3.org/2000/svg\"><linearGradient></linearGradient>"
         "<use xlink:href=\"#a\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"></use></svg>"},
        {"formula", "<math><mi>x</mi></math>", "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>x</mi></math>"},
        {"HTML within a drawing", "<svg><foreignObject><p>a</p></foreignObject></svg>",
         "<svg xmlns=\"http://www.w3.org/2000/svg\"><foreignObject>"
         "<p xmlns=\"http://www.w3.org/1999/xhtml\">a</p></foreignObject></svg>"},
        {"nothing", "", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(inner_xhtml(fragment(c.html).root()) == c.expected);
    }
}

TEST_CASE("html_parser: a document has its head and body, whatever was written") {
    const Result<ParsedHtml> parsed = parse_document("<!doctype html><html lang=nl xmlns='x'><title>t</title><p>a");
    REQUIRE(parsed.has_value());
    CHECK(xhtml(parsed->body.root()) == "<html lang=\"nl\"><head><title>t</title></head><body><p>a</p></body></html>");
    CHECK_FALSE(parsed->flattened);
}

TEST_CASE("html_parser: elements beyond the depth limit give their contents to their ancestor") {
    const std::string html =
        repeated("<div>", 300) + "a<img src=x><script>b</script><b>c</b>" + repeated("</div>", 300) + "z";
    const Result<ParsedHtml> parsed = parse_fragment(html);
    REQUIRE(parsed.has_value());
    CHECK(parsed->flattened);
    CHECK(depth_of(parsed->body.root()) == 200);
    CHECK(text_content(parsed->body.root()) == "acz");
    CHECK(first_descendant(parsed->body.root(), "img") != nullptr);
    CHECK_FALSE(parse_fragment(repeated("<div>", 150) + "a")->flattened);
}

TEST_CASE("html_parser: a bomb is refused instead of filling memory or time") {
    std::string fonts, attributes = "<p";
    for (int i = 0; i < 20'000; ++i) {
        fonts += "<font color=c" + std::to_string(i) + "><p>";
        attributes += " a" + std::to_string(i);
    }
    const Result<ParsedHtml> too_large = parse_fragment(fonts, {.memory = 1U << 20});
    REQUIRE_FALSE(too_large.has_value());
    CHECK(too_large.error().kind == ErrorKind::refused);
    CHECK(too_large.error().message == "the markup takes too much memory to read");

    const Result<ParsedHtml> too_slow = parse_fragment(fonts, {.processor_time = std::chrono::milliseconds(0)});
    REQUIRE_FALSE(too_slow.has_value());
    CHECK(too_slow.error().kind == ErrorKind::refused);
    CHECK(too_slow.error().message == "the markup takes too long to read");

    const Result<ParsedHtml> many_attributes = parse_fragment(attributes + ">a");
    if (many_attributes) CHECK(text_content(many_attributes->body.root()) == "a");
}

TEST_CASE("html_parser: errors in thousands do not cost memory") {
    const Result<ParsedHtml> parsed = parse_fragment(repeated("<span>", 3'000) + repeated("</foo>", 10'000) + "a");
    REQUIRE(parsed.has_value());
    CHECK(text_content(parsed->body.root()) == "a");
}

TEST_CASE("html: references beyond all characters are the replacement character") {
    const auto parsed = parse_fragment("a&#x099999999999999;b&#99999999999c&#x41;&#0000000000066;&#xFFFFFFF;d");
    REQUIRE(parsed);
    CHECK(collapsed_text(parsed->body.root()) == "a\uFFFD;b\uFFFDcAB\uFFFDd");
}

namespace {

std::string written(std::string_view page) {
    const auto parsed = parse_fragment(page);
    REQUIRE(parsed);
    return inner_xhtml(parsed->body.root());
}

}  // namespace

TEST_CASE("html_parser: of style sheets only those with pictures are read, and nothing else is taken for one") {
    CHECK(written("a<style>p{color:red}</style>b<STYLE media=\"print\">p{}</Style >c") ==
          "a<style></style>b<style media=\"print\"></style>c");
    CHECK(written("<style>:root{--x:url(data:image/png;base64,AA)}</style>") ==
          "<style>:root{--x:url(data:image/png;base64,AA)}</style>");
    CHECK(written("<style>body{writing-mode:vertical-rl}</style>") == "<style>body{writing-mode:vertical-rl}</style>");
    CHECK(written("a<!-- <style> -->b<!-- </style> -->c") == "abc");
    CHECK(written("<styled-text>a</styled-text>b<style>") == "<styled-text>a</styled-text>b<style></style>");
    CHECK(written("<style>p{}</style>a<style") == "<style></style>a");
    CHECK(written("a" + repeated("<style ", 100'000)) == "a");
}

TEST_CASE("html_parser: scripts are read as they are written, wherever they stand") {
    const std::map<std::string_view, std::string_view> cases{
        {"<script>a = '<b>';</script>c<script>d &amp;</script>",
         "<script>a = '&lt;b&gt;';</script>c<script>d &amp;amp;</script>"},
        {"<SCRIPT SRC=a>b\r\nc\rd</Script\n>e", "<script src=\"a\">b\nc\nd</script>e"},
        {"<p title='<script>'>a</p><p title=\"</script>\">b</p>",
         "<p title=\"&lt;script&gt;\">a</p><p title=\"&lt;/script&gt;\">b</p>"},
        {"<p a = '>' b=\"'>\" c=>d</p><script>e</script>", "<p a=\"&gt;\" b=\"'&gt;\" c=\"\">d</p><script>e</script>"},
        {"<!-- <script> -->a<!--> <script>b</script> <!-- --!> c -->", "a <script>b</script>  c --&gt;"},
        {"<textarea><script>a</textarea>b", "<textarea>&lt;script&gt;a</textarea>b"},
        {"<script><!-- document.write('<script>a</script>'); --></script>b",
         "<script>&lt;!-- document.write('&lt;script&gt;a&lt;/script&gt;'); --&gt;</script>b"},
        {"<script><!-- a --></script>b", "<script>&lt;!-- a --&gt;</script>b"},
        {"<script>a</scripts>b</script>c", "<script>a&lt;/scripts&gt;b</script>c"},
        {"<? <script>a?><script>b</script></ <style>c", "a?&gt;<script>b</script>c"},
        {"a<script>b", "a<script>b</script>"},
        {"<plaintext><script>a</script>", "<plaintext>&lt;script&gt;a&lt;/script&gt;</plaintext>"},
        {"<select><style>a</style></select><script>b</script>", "<select>a</select><script>b</script>"},
    };
    for (const auto& [page, expected] : cases) CHECK_MESSAGE(written(page) == expected, page);
}

TEST_CASE("html_parser: within SVG what looks like a script may be markup") {
    const auto text_of = [](std::string_view page) {
        const auto parsed = parse_fragment(page);
        REQUIRE(parsed);
        return text_content(parsed->body.root());
    };
    CHECK(text_of("<svg><script/><title>a</title></svg>b<script>c</script>d") == "abd");
    CHECK(text_of("<svg><title>a</title></svg>b<script>c</script>d") == "abd");
    CHECK(text_of("<svg><desc>a<script>b</script></desc></svg><p>c</p>") == "ac");
}

}  // namespace blogbind::markup
