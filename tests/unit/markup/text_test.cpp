#include <string>

#include "base/utf8.h"
#include "unit/markup/fragment.h"

namespace blogbind::markup {

TEST_CASE("text: what readers do not see is not text") {
    const Body body = fragment(
        "<p>a <b>b</b>\n c&nbsp;d</p><script>no</script><style>no</style><template>no</template>"
        "<noscript><p>no</p></noscript>e");
    CHECK(text_content(body.root()) == "a b\n c\u00A0de");
    CHECK(collapsed_text(body.root()) == "a b c de");
}

TEST_CASE("text: the length is that of the collapsed text") {
    for (const std::string_view html : {"", " ", "a", " a  <b> b</b>\u00A0 c ", "<p>가나<p> 다", "<p>\u200B</p>"}) {
        CAPTURE(html);
        const Body body = fragment(html);
        CHECK(text_length(body.root()) == character_count(collapsed_text(body.root())));
        CHECK(has_text(body.root()) == (text_length(body.root()) > 0));
        CHECK_FALSE(has_more_text(body.root(), text_length(body.root())));
        if (has_text(body.root())) CHECK(has_more_text(body.root(), text_length(body.root()) - 1));
    }
}

TEST_CASE("text: block_text lays text out as people read it") {
    struct Case {
        std::string_view name, html, expected;
    };
    const Case cases[] = {
        {"paragraphs", "<p>One\n two</p>\n<p>Three</p>", "One two\n\nThree"},
        {"phrases", "a <b> b</b> c<i>d</i>", "a b cd"},
        {"phrases after spaces", "a <b>b</b> <i>c</i>", "a b c"},
        {"line breaks", "<p>a<br>b<br/>\n c<br></p><p>d</p>", "a\nb\nc\n\nd"},
        {"nested blocks", "<div><div><p>a</p></div></div><section>b</section>", "a\n\nb"},
        {"list", "<p>x</p><ul> <li>a</li> <li>b</li> </ul><p>y</p>", "x\n\na\nb\n\ny"},
        {"list of paragraphs", "<ul><li><p>a</p><p>b</p></li><li>c<ul><li>d</li></ul></li></ul>", "a\nb\nc\nd"},
        {"definitions", "<dl><dt>a</dt><dd>b</dd></dl>", "a\nb"},
        {"table", "<table><tr><th>A</th><th>B</th></tr><tr><td></td><td>2</td></tr></table>z", "A\tB\n\t2\n\nz"},
        {"layout table", "<table><tr><td><p>a</p><p>b</p></td></tr></table>", "a\n\nb"},
        {"preformatted", "<p>a</p><pre>if x:\n    y\n</pre><p>b</p>", "a\n\nif x:\n    y\n\nb"},
        {"hidden", "<p>a<script>x</script></p><style>y</style>", "a"},
        {"caption", "<figure><img src=a><figcaption>c</figcaption></figure>d", "c\n\nd"},
        {"nothing", "<p> </p><br>", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(block_text(fragment(c.html).root()) == c.expected);
    }
}

}  // namespace blogbind::markup
