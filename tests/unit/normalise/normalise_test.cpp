// What holds for every body: comments, doubles, and that a second run changes nothing.
#include <doctest/doctest.h>

#include "unit/normalise/normalised.h"

using namespace blogbind;
using namespace blogbind::normalise;

TEST_CASE("normalise: comments have paragraphs, no headings and no figures") {
    const MarkupCase cases[] = {
        {"paragraphs", "one<br><br>two", "<p class=\"c-text\">one</p><p class=\"c-text\">two</p>"},
        {"heading", "<h2>Loud</h2>", "<p class=\"c-text\"><b>Loud</b></p>"},
        {"picture", "<img src=/a.jpg alt=boat>",
         "<p class=\"c-text\"><a href=\"https://blog.example/a.jpg\">boat</a></p>"},
        {"emoji", "so <img class=wp-smiley alt=:-) src=/s.gif>", "<p class=\"c-text\">so :-)</p>"},
    };
    for (const MarkupCase& c : cases) {
        CAPTURE(c.name);
        Post post = post_with("<p>one</p>");
        Comment comment;
        comment.body = std::move(markup::parse_fragment(c.html)->body);
        post.comments.all().push_back(std::move(comment));
        Report report;
        normalise::normalise(post, Phrases::in_language("en"), report);
        CHECK(markup::inner_xhtml(post.comments[0].body.root()) == c.expected);
    }
}

TEST_CASE("normalise: a caption without its picture says so") {
    CHECK(normalised("<figure class=wp-caption><figcaption>The pier</figcaption></figure>") ==
          "<p class=\"caption\">[photo: The pier]</p>");
}

TEST_CASE("normalise: a second run changes nothing") {
    const std::string_view documents[] = {
        "<p>One<sup><a href=#fn1 id=r1>1</a></sup> 온돌 <img src=/a.jpg alt='A boat'></p><p id=fn1>Note. <a "
        "href=#r1>↩</a></p>",
        "<div class=gallery><figure><img src=/a.jpg><figcaption>A</figcaption></figure><figure><img "
        "src=/b.jpg></figure>"
        "<figcaption>Both</figcaption></div>",
        "<iframe src=https://www.youtube.com/embed/abcdefghijk></iframe><p><img src=/a.jpg><br>Line</p>",
        "<blockquote>q<footer>Ann</footer></blockquote><table><tr><th>a<th>b<tr><td>1<td>2</table><pre>\tx</pre>",
        "<h1>a</h1><ul>x<ul><li>y</ul></ul><a href=#z>z</a><div id=z lang=fr>mot<p>mot</div><p>***</p><p>b",
        "<div class=pullquote>One two<cite>Me</cite></div><figure class=wp-caption><figcaption>c</figcaption></figure>",
    };
    for (const std::string_view html : documents) {
        CAPTURE(html);
        Post post = post_with(html);
        Report report;
        normalise::normalise(post, Phrases::in_language("en"), report);
        const std::string once = body_of(post);
        const std::size_t images = post.images.size();
        normalise::normalise(post, Phrases::in_language("en"), report);
        CHECK(body_of(post) == once);
        CHECK(post.images.size() == images);
    }
}

TEST_CASE("normalise: a pull quote that repeats the text is kept on request, but read out only once") {
    Post post =
        post_with("<p>It leaves when it is full.</p><aside class=pullquote><p>It leaves when it is full.</p></aside>");
    for (int run = 1; run <= 2; ++run) {
        Report report;
        normalise::normalise(post, Phrases::in_language("en"), report, RepeatedQuotes::keep);
        CHECK(report.issues().empty());
        CHECK(body_of(post) ==
              "<p class=\"first\">It leaves when it is full.</p><aside class=\"pullquote\" epub:type=\"pullquote\" "
              "role=\"doc-pullquote\" aria-label=\"Pull quote\" aria-hidden=\"true\"><p class=\"pull\">It leaves when "
              "it is full.</p></aside>");
    }
}
