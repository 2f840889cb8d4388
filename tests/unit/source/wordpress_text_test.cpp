// The classic editor's paragraphs and shortcodes.
#include <doctest/doctest.h>

#include "base/text.h"
#include "markup/xhtml_writer.h"
#include "source/shortcodes.h"
#include "source/wordpress_content.h"
#include "source/wordpress_paragraphs.h"

using namespace blogbind;

namespace {

std::string on_one_line(std::string_view text) { return replaced(replaced(trimmed(text), "\n", ""), "<br>", "/"); }

std::string shown(const WordpressBlog& blog, std::string_view raw, std::string_view footnotes = {}) {
    Report report;
    return on_one_line(markup::inner_xhtml(wordpress_content({raw, 7, footnotes, "here"}, blog, report).root()));
}

/// Three uploads: two pictures of post 7 and a recording.
WordpressBlog blog_with_uploads() {
    WordpressBlog blog([](const ExportPlace& place) {
        const auto text = [](std::string name, std::string value) {
            markup::XmlElement field{std::move(name), {}, {}, {}};
            field.children.push_back({{}, std::move(value), {}, {}});
            return field;
        };
        markup::XmlElement item{"item", {}, {}, {}};
        const char* const names[] = {"", "sea.jpg", "slip.png", "horn.mp3"};
        item.children.push_back(text("wp:attachment_url", std::string("https://blog.example/") + names[place.start]));
        if (place.start == 1) item.children.push_back(text("excerpt:encoded", "The <b>sea</b>"));
        return std::optional(item);
    });
    for (std::uint64_t i = 1; i <= 3; ++i) {
        markup::XmlElement item;
        Report report;
        REQUIRE(markup::visit_units("<item><wp:post_id>" + std::to_string(i) +
                                        "</wp:post_id><wp:post_parent>7</wp:post_parent>"
                                        "<wp:menu_order>" +
                                        std::to_string(9 - i) + "</wp:menu_order></item>",
                                    {.depth = 0}, [&](markup::XmlUnit unit) { item = std::move(unit.element); }));
        blog.add_upload(item, {0, i, i});
    }
    blog.settle();
    return blog;
}

}  // namespace

TEST_CASE("classic text: blank lines part paragraphs, blocks are none") {
    struct Case {
        std::string_view name, text, html;
    };
    const Case cases[] = {
        {"two paragraphs", "One\ntwo\n\n \nthree", "<p>One/two</p><p>three</p>"},
        {"line breaks of Windows", "One\r\n\r\ntwo\r\nthree", "<p>One</p><p>two/three</p>"},
        {"a heading between", "One\n<h2>Two</h2>\nthree", "<p>One</p><h2>Two</h2><p>three</p>"},
        {"a list", "One\n<ul>\n<li>a\n<li>b</li>\n</ul>\ntwo", "<p>One</p><ul><li>a<li>b</li></ul><p>two</p>"},
        {"paragraphs in a quotation", "<blockquote>a\n\nb</blockquote>", "<blockquote><p>a</p><p>b</p></blockquote>"},
        {"a quotation", "<blockquote>a</blockquote>", "<blockquote><p>a</p></blockquote>"},
        {"text in a box", "<div class=\"x\">a</div>", "<div class=\"x\">a</div>"},
        {"paragraphs that are there", "<p>a\n\nb</p>", "<p>a</p><p>b</p>"},
        {"inline tags", "a <b>b</b>\n\n<a href=\"/x\">c</a>", "<p>a <b>b</b></p><p><a href=\"/x\">c</a></p>"},
        {"a tag over two lines", "a <a\nhref=\"/x\">b</a>", "<p>a <ahref=\"/x\">b</a></p>"},
        {"preformatted", "a\n<pre>x\n\n  y</pre>\nb", "<p>a</p><pre>x  y</pre><p>b</p>"},
        {"two breaks", "a<br /><br>b<br />\nc", "<p>a</p><p>b/c</p>"},
        {"a rule", "a\n<hr />\nb", "<p>a</p><hr /><p>b</p>"},
        {"a table that never ends", "<table><tr><td>a</td></tr></tbody>\nb\n\nc",
         "<table><tr><td>a</td></tr></tbody><p>b</p><p>c</p>"},
        {"a lone shortcode", "a\n\n[gallery ids=\"1\"]\n\nb", "<p>a</p>[gallery ids=\"1\"]<p>b</p>"},
        {"a sign that begins no tag", "1 < 2\n\n3 <3", "<p>1 < 2</p><p>3 <3</p>"},
        {"nothing", " \n\n", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(on_one_line(with_paragraphs(c.text)) == c.html);
    }
}

TEST_CASE("shortcodes: known ones are rendered, all else stays as it is written") {
    const ShortcodeRules rules{[](std::string_view name) { return name == "box" || name == "mark"; },
                               [](const Shortcode& code) {
                                   return "{" + code.name + "|" + std::string(code.attribute("a")) + "|" +
                                          std::string(code.bare_value()) + "|" + code.inside + "}";
                               }};
    struct Case {
        std::string_view name, text, rendered;
    };
    const Case cases[] = {
        {"alone", "x [mark a=\"1 ] 2\" b] y", "x {mark|1 ] 2|b|} y"},
        {"around text", "[box a='1']in[/box]", "{box|1||in}"},
        {"within another", "[box]a [mark] b[/box]", "{box|||a {mark|||} b}"},
        {"escaped", "[[mark a=1]]", "[mark a=1]"},
        {"unknown", "[sic] [/box] [ box]", "[sic] [/box] [ box]"},
        {"without an end", "[mark a=\"1", "[mark a=\"1"},
        {"in an attribute of a tag", "<a title=\"[mark]\">x</a>", "<a title=\"[mark]\">x</a>"},
        {"preformatted", "<pre>[mark]</pre>", "<pre>[mark]</pre>"},
        {"a paragraph of its own", "<p>[mark]</p>", "{mark|||}"},
        {"self-closing", "[mark a=1 /]x", "{mark|1||}x"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(with_shortcodes(c.text, rules) == c.rendered);
    }
}

TEST_CASE("WordPress: a post's text is shown as the blog shows it") {
    struct Case {
        std::string_view name, raw, html;
    };
    const Case cases[] = {
        {"caption behind the picture",
         "[caption id=\"x\" width=\"9\"]<a href=\"/b\"><img src=\"/a.jpg\"></a> The <i>sea</i>[/caption]",
         "<figure class=\"wp-caption\"><a href=\"/b\"><img src=\"/a.jpg\"/></a><figcaption "
         "class=\"wp-caption-text\">The "
         "<i>sea</i></figcaption></figure>"},
        {"caption in an attribute", "[caption caption=\"Sea\"]<img src=\"/a.jpg\">[/caption]",
         "<figure class=\"wp-caption\"><img src=\"/a.jpg\"/><figcaption "
         "class=\"wp-caption-text\">Sea</figcaption></figure>"},
        {"gallery by numbers", "[gallery ids=\"2,3,99\"]",
         "<div class=\"gallery\"><figure class=\"gallery-item\"><a href=\"https://blog.example/slip.png\"><img "
         "src=\"https://blog.example/slip.png\" alt=\"\"/></a></figure></div>"},
        {"recording", "[audio mp3=\"/a.mp3\"][/audio]", "<audio controls=\"\" src=\"/a.mp3\"></audio>"},
        {"playlist", "[playlist ids=\"3\"]", "<audio controls=\"\" src=\"https://blog.example/horn.mp3\"></audio>"},
        {"player by number", "[vimeo 123 w=400]", "<iframe src=\"https://vimeo.com/123\"></iframe>"},
        {"player by address", "[embed width=\"9\"]https://youtu.be/abc[/embed]",
         "<iframe src=\"https://youtu.be/abc\"></iframe>"},
        {"address on its own line", "a\n\nhttps://youtu.be/abc\n\nhttps://example.org/",
         "<p>a</p><p><iframe src=\"https://youtu.be/abc\"></iframe></p><p>https://example.org/</p>"},
        {"a builder's boxes", "[vc_row][vc_column width=\"1/2\"]a[/vc_column][/vc_row]", "a"},
        {"a form", "a\n\n[contact-form][contact-field label=\"x\"][/contact-form]", "<p>a</p>"},
        {"code", "[code lang=\"c\"]if (a < b)\n\n  c();[/code]", "<pre><code>if (a &lt; b)  c();</code></pre>"},
        {"teaser and pages", "a<!--more Go on--> b\n<!--nextpage-->\nc", "<p>a b</p><p>c</p>"},
        {"marks without an end", "a <!-- b --> c <!--more", "<p>a  c </p>"},
        {"blocks", "<!-- wp:paragraph -->\n<p>a</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:list --><ul><li>b</li></ul>",
         "<p>a</p><ul><li>b</li></ul>"},
        {"block of an address",
         "<!-- wp:embed --><figure><div class=\"wp-block-embed__wrapper\">\nhttps://youtu.be/abc\n</div></figure>",
         "<figure><div class=\"wp-block-embed__wrapper\"><iframe "
         "src=\"https://youtu.be/abc\"></iframe></div></figure>"},
        {"original of a picture", "<img class=\"size-large wp-image-1\" src=\"/sea-300x200.jpg\" alt=\"S\">",
         "<p><img class=\"size-large wp-image-1\" src=\"/sea-300x200.jpg\" alt=\"S\" "
         "data-orig-file=\"https://blog.example/sea.jpg\"/></p>"},
    };
    const WordpressBlog blog = blog_with_uploads();
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(replaced(shown(blog, c.raw), "</p> ", "</p>") == c.html);
    }
}

TEST_CASE("WordPress: a gallery without numbers shows the post's pictures in their author's order") {
    const std::string html = shown(blog_with_uploads(), "[gallery]");
    CHECK(html.find("slip.png") < html.find("sea.jpg"));
    CHECK(html.find("The <b>sea</b></figcaption>") != std::string::npos);
    CHECK(html.find("horn.mp3") == std::string::npos);
    CHECK(shown(blog_with_uploads(), "[gallery exclude=\"2\"]").find("slip.png") == std::string::npos);
}

TEST_CASE("WordPress: the block editor's footnotes come back from where they are kept") {
    const std::string html = shown(blog_with_uploads(), "<!-- wp:paragraph --><p>a</p><!-- wp:footnotes /-->",
                                   "[{\"id\":\"n1\",\"content\":\"Low <em>tide</em>\"}]");
    CHECK(html.find("<li id=\"n1\">Low <em>tide</em> <a href=\"#n1-link\">") != std::string::npos);
}
