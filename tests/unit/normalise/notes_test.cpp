#include <doctest/doctest.h>

#include "unit/normalise/normalised.h"

using namespace blogbind::normalise;

TEST_CASE("notes: every way of writing them gives marks and notes with links both ways") {
    const std::string expected =
        "<p class=\"first\">One<a class=\"noteref\" epub:type=\"noteref\" role=\"doc-noteref\" id=\"fnref-1\" "
        "href=\"#fn-1\">1</a></p>"
        "<section class=\"notes\" epub:type=\"footnotes\" aria-labelledby=\"notes-title\">"
        "<hr class=\"notes-rule\" role=\"presentation\"/><h2 class=\"notes-title\" id=\"notes-title\">Notes</h2>"
        "<aside class=\"note\" epub:type=\"footnote\" role=\"doc-footnote\" id=\"fn-1\"><p class=\"note\">"
        "<a epub:type=\"backlink\" role=\"doc-backlink\" href=\"#fnref-1\" aria-label=\"Back to the text, note "
        "1\">1.</a>"
        " Words of the note.</p></aside></section>";
    const struct {
        std::string_view name, html;
    } cases[] = {
        {"by hand",
         "<p>One<sup><a href=#fn1 id=fnref1>1</a></sup></p><hr><p id=fn1>1. Words of the note. <a "
         "href=#fnref1>↩</a></p>"},
        {"list",
         "<p>One<sup id=fnref1><a href=#fn1>1</a></sup></p><hr><ol><li id=fn1>Words of the note. <a "
         "href=#fnref1>↩︎</a></li></ol>"},
        {"block",
         "<p>One<sup data-fn=x class=fn><a href=#x id=x-link>1</a></sup></p><ol class=wp-block-footnotes>"
         "<li id=x>Words of the note. <a href=#x-link>↩︎</a></li></ol>"},
        {"word",
         "<p>One<a name=_ftnref1 href=#_ftn1>[1]</a></p><p><a name=_ftn1 href=#_ftnref1>[1]</a> Words of the "
         "note.</p>"},
        {"substack",
         "<p>One<a class=footnote-anchor id=footnote-anchor-1 href=#footnote-1>1</a></p><div class=footnote>"
         "<a id=footnote-1 href=#footnote-anchor-1 class=footnote-number>1</a><div class=footnote-content>"
         "<p>Words of the note.</p></div></div>"},
        {"beside the mark",
         "<p>One<sup class=modern-footnotes-footnote>1</sup><span class=modern-footnotes-footnote__note>"
         "Words of the note.</span></p>"},
        {"shortcode", "<p>One[ref]Words of the note.[/ref]</p>"},
        {"absolute",
         "<p>One<sup><a href='https://blog.example/2024/night-ferry/#fn1'>1</a></sup></p><p id=fn1>Words of the "
         "note.</p>"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.name);
        CHECK(normalised(c.html) == expected);
    }
}
