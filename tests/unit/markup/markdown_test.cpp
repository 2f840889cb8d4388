#include "markup/markdown.h"

#include <doctest/doctest.h>

#include <string>

using blogbind::markup::html_of_markdown;

TEST_CASE("markdown: CommonMark, HTML kept") {
    struct Case {
        std::string_view name, text, html;
    };
    const Case cases[] = {
        {"paragraph", "The *fog* came.", "<p>The <em>fog</em> came.</p>\n"},
        {"HTML", "<div class=a>\n<b>fog</b>\n</div>", "<div class=a>\n<b>fog</b>\n</div>\n"},
        {"fenced code", "```sh\na ~~b~~ | c[^1]\n--- | ---\n```\n\n[^1]: x",
         "<pre><code class=\"language-sh\">a ~~b~~ | c[^1]\n--- | ---\n</code></pre>\n"},
        {"straight quotation marks", "\"a\" -- b...", "<p>&quot;a&quot; -- b...</p>\n"},
        {"struck out", "a ~~b *c*~~ d ~~e", "<p>a <del>b <em>c</em></del> d ~~e</p>\n"},
        {"tasks", "- [ ] pack\n- [x] leave", "<ul>\n<li>☐ pack</li>\n<li>☑ leave</li>\n</ul>\n"},
        {"attributes", "# Fog {#fog .wide}\n\nRain.\n{: .note}\n\n{:toc}", "<h1>Fog</h1>\n<p>Rain.\n</p>\n"},
        {"code keeps braces", "`{: .note}`", "<p><code>{: .note}</code></p>\n"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(html_of_markdown(c.text) == c.html);
    }
}

TEST_CASE("markdown: tables") {
    struct Case {
        std::string_view name, text, html;
    };
    const Case cases[] = {
        {"plain", "| a | b |\n|---|--:|\n| *c* | `d` |",
         "<table><thead><tr><th>a</th><th style=\"text-align:right\">b</th></tr></thead><tbody><tr><td><em>c</em></td>"
         "<td style=\"text-align:right\"><code>d</code></td></tr></tbody></table>\n"},
        {"without bars around, a bar in a cell, rows of other lengths", "a | b\n:-: | ---\nc \\| d\ne | f | g",
         "<table><thead><tr><th style=\"text-align:center\">a</th><th>b</th></tr></thead><tbody>"
         "<tr><td style=\"text-align:center\">c | d</td><td></td></tr>"
         "<tr><td style=\"text-align:center\">e</td><td>f</td></tr></tbody></table>\n"},
        {"behind words", "Words.\na | b\n--|--\nc | d",
         "<p>Words.</p>\n<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr></"
         "tbody>"
         "</table>\n"},
        {"in a quotation", "> a | b\n> --|--\n> c | d",
         "<blockquote>\n<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr></tbody>"
         "</table>\n</blockquote>\n"},
        {"in a list", "- words\n\n  a | b\n  --|--\n  c | d",
         "<ul>\n<li>\n<p>words</p>\n<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td>d</td>"
         "</tr></tbody></table>\n</li>\n</ul>\n"},
        {"other counts are no table", "a | b\n---|---|---\nc", "<p>a | b\n---|---|---\nc</p>\n"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(html_of_markdown(c.text) == c.html);
    }
}

TEST_CASE("markdown: footnotes come at the end, in the order of their references") {
    CHECK(html_of_markdown(
              "Fog[^b] and rain[^a], fog[^b], snow[^c].\n\n[^a]: Wet.\n[^b]: Thick.\n\n    And *grey*.\n\nEnd.") ==
          "<p>Fog<sup id=\"fnref1\"><a class=\"footnote-ref\" href=\"#fn1\">1</a></sup> and rain<sup id=\"fnref2\"><a "
          "class=\"footnote-ref\" href=\"#fn2\">2</a></sup>, fog<sup><a class=\"footnote-ref\" "
          "href=\"#fn1\">1</a></sup>, "
          "snow[^c].</p>\n<p>End.</p>\n<section class=\"footnotes\"><ol>\n<li id=\"fn1\"><p>Thick.</p>\n<p>And "
          "<em>grey</em>.</p>\n</li>\n<li id=\"fn2\"><p>Wet.</p>\n</li>\n</ol></section>\n");
    CHECK(html_of_markdown("[^1]: of one word\n\nNo reference.") == "<p>No reference.</p>\n");
}

TEST_CASE("markdown: lists of definitions") {
    struct Case {
        std::string_view name, text, expected;
    };
    const Case cases[] = {
        {"a term, two meanings", "Quay\n: Stone\n: Where *ships* lie\n",
         "<dl><dt>Quay</dt><dd>Stone</dd><dd>Where <em>ships</em> lie</dd></dl>\n"},
        {"terms, lazy lines", "Quay\nPier\n:   Stone,\n    in the sea\n",
         "<dl><dt>Quay</dt><dt>Pier</dt><dd>Stone,\nin the sea</dd></dl>\n"},
        {"one list, blank lines", "Quay\n\n: Stone\n\nBuoy\n: Iron\n",
         "<dl><dt>Quay</dt><dd>Stone</dd>\n<dt>Buoy</dt><dd>Iron</dd></dl>\n"},
        {"a second paragraph", "Quay\n: Stone\n\n    Old.\n\nEnd\n",
         "<dl><dt>Quay</dt><dd><p>Stone</p>\n<p>Old.</p></dd></dl>\n<p>End</p>\n"},
        {"code behind is code", "Quay\n: Stone\n\n```\nx\n```\n",
         "<dl><dt>Quay</dt><dd>Stone</dd></dl>\n<pre><code>x\n</code></pre>\n"},
        {"in a quotation", "> Quay\n> : Stone\n",
         "<blockquote>\n<dl><dt>Quay</dt><dd>Stone</dd></dl>\n</blockquote>\n"},
        {"no term", ": Stone\n", "<p>: Stone</p>\n"},
        {"a smile", "Well\n:-)\n", "<p>Well\n:-)</p>\n"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(html_of_markdown(c.text) == c.expected);
    }
}

TEST_CASE("markdown: hostile texts end soon") {
    std::string bars(20'000, '|');
    bars += "\n" + bars;
    CHECK(html_of_markdown(bars).size() > 0);
    std::string nested;
    for (int i = 0; i < 5'000; ++i) nested += "> [^" + std::to_string(i) + "]: [^" + std::to_string(i + 1) + "]\n";
    CHECK(html_of_markdown(nested).size() > 0);
    CHECK(html_of_markdown(std::string(50'000, '[') + std::string(50'000, '~')).size() > 0);
    std::string wide(150, '|');
    wide += '\n';
    for (int i = 0; i < 150; ++i) wide += "|-";
    std::string rows = wide + "|\n";
    for (int i = 0; i < 5'000; ++i) rows += "a\n";
    CHECK(html_of_markdown(rows).size() < 1'000'000);  // three quarters of a million cells stay words
}
