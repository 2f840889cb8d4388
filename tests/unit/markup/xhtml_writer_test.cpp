#include "markup/xhtml_writer.h"

#include "unit/markup/fragment.h"

namespace blogbind::markup {

TEST_CASE("xhtml_writer: XML and HTML parsers read the text alike") {
    struct Case {
        std::string_view name, html, expected;
    };
    const Case cases[] = {
        {"void elements", "a<br>b<hr><img src=x alt=''>", "a<br/>b<hr/><img src=\"x\" alt=\"\"/>"},
        {"empty elements", "<p></p><iframe></iframe><td>", "<p></p><iframe></iframe>"},
        {"white space", "<b>a</b> <i>b</i>\n<pre>  c\n</pre>", "<b>a</b> <i>b</i>\n<pre>  c\n</pre>"},
        {"references", "<p title='\"&lt;&amp;>'>&lt;b&gt; &amp;amp; \"q\"",
         "<p title=\"&quot;&lt;&amp;&gt;\">&lt;b&gt; &amp;amp; \"q\"</p>"},
        {"named characters", "&nbsp;&eacute;&hellip;", "\u00A0é…"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(inner_xhtml(fragment(c.html).root()) == c.expected);
    }
}

TEST_CASE("xhtml_writer: characters that XML forbids are left out") {
    Body body;
    append_text(body.root(), "a\x01\x1F\uFFFEb\tc\uFFFDd\uFF0F");
    set_attribute(body.root(), "title", "\x08x");
    CHECK(xhtml(body.root()) == "<section title=\"x\">ab\tc\uFFFDd\uFF0F</section>");
}

TEST_CASE("xhtml_writer: a void element that was given children keeps them") {
    Body body("br");
    append_text(body.root(), "a");
    CHECK(xhtml(body.root()) == "<br>a</br>");
}

TEST_CASE("xhtml_writer: escaped text is safe in elements and in attributes") {
    CHECK(escaped("a < b && c > \"d\" 'e'") == "a &lt; b &amp;&amp; c &gt; &quot;d&quot; 'e'");
}

}  // namespace blogbind::markup
