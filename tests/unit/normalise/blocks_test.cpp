#include <doctest/doctest.h>

#include "unit/normalise/normalised.h"

using namespace blogbind::normalise;

namespace {

/// "h2 One, h3 Two"
std::string headings_of(const blogbind::Post& post) {
    std::string text;
    for (const auto* block = post.body.root().FirstChildElement(); block != nullptr;
         block = block->NextSiblingElement())
        if (blogbind::markup::is_one_of(*block, "h2 h3 h4"))
            text += (text.empty() ? "" : ", ") + std::string(block->Name()) + " " +
                    blogbind::markup::collapsed_text(*block);
    return text;
}

}  // namespace

TEST_CASE("blocks: whatever nests in whatever becomes a row of blocks") {
    const MarkupCase cases[] = {
        {"two breaks are a paragraph", "one<br><br>two", "<p class=\"first\">one</p><p>two</p>"},
        {"one break stays", "<p>one<br>two</p>", "<p class=\"first\">one<br/>two</p>"},
        {"bare text in containers", "<div>one<div>two</div>three</div>",
         "<p class=\"first\">one</p><p>two</p><p>three</p>"},
        {"phrases span blocks", "<b><p>one</p><p>two</p></b>", "<p class=\"first\"><b>one</b></p><p><b>two</b></p>"},
        {"empty and padded", "<p>&nbsp;</p><p>one&nbsp;&nbsp; two</p><p></p>", "<p class=\"first\">one two</p>"},
        {"old tags and junk", "<center><font face=x>one <o:p></o:p><strike>two</strike></font></center>",
         "<p class=\"first\">one <s>two</s></p>"},
        {"stars divide", "<p>one</p><p>* * *</p><p>two</p>",
         "<p class=\"first\">one</p><hr class=\"break\"/><p class=\"first\">two</p>"},
        {"a rule at the end divides nothing", "<p>one</p><hr>", "<p class=\"first\">one</p>"},
        {"summary", "<details><summary>Why</summary><p>So.</p></details>",
         "<p class=\"first\"><b>Why</b></p><p>So.</p>"},
        {"form", "<p>one</p><form><input><p>Vote</p></form>", "<p class=\"first\">one</p>"},
    };
    for (const MarkupCase& c : cases) {
        CAPTURE(c.name);
        CHECK(normalised(c.html) == c.expected);
    }
}

TEST_CASE("blocks: lists are valid and lose nothing") {
    const MarkupCase cases[] = {
        {"list in list", "<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"},
        {"text in list", "<ol>x<li>a</li></ol>", "<ol><li>x</li><li>a</li></ol>"},
        {"paragraph in item", "<ul><li><p>a</p></li><li></li></ul>", "<ul><li>a</li></ul>"},
        {"start", "<ol start=4><li>a</li></ol>", "<ol start=\"4\"><li>a</li></ol>"},
        {"definitions", "<dl><dt>a</dt><dd>b</dd></dl>", "<dl class=\"about\"><dt>a</dt><dd>b</dd></dl>"},
        {"definitions without terms", "<dl><dd>b</dd></dl>", "<p class=\"first\">b</p>"},
    };
    for (const MarkupCase& c : cases) {
        CAPTURE(c.name);
        CHECK(normalised(c.html) == c.expected);
    }
}

TEST_CASE("blocks: headings start at level 2 without gaps and never repeat the title") {
    const MarkupCase cases[] = {
        {"gaps close", "<h1>a</h1><h4>b</h4><h2>c</h2>", "<h2>a</h2><h3>b</h3><h3>c</h3>"},
        {"start deep", "<h4>a</h4><h5>b</h5>", "<h2>a</h2><h3>b</h3>"},
        {"title", "<h1>Night ferry</h1><p>one</p>", "<p class=\"first\">one</p>"},
        {"empty", "<h2><br></h2><p>one</p>", "<p class=\"first\">one</p>"},
    };
    for (const MarkupCase& c : cases) {
        CAPTURE(c.name);
        CHECK(normalised(c.html) == c.expected);
    }
}

TEST_CASE("blocks: a bold line between paragraphs is a heading") {
    const std::string before =
        "<p>We left the hotel before the fishermen did, and had the whole quay to ourselves.</p>";
    const std::string after = "<p>The ferry waited with its lamps lit, and its captain waited with a pot of tea.</p>";
    struct Case {
        std::string_view name;
        std::string between, tail, heading;
    };
    const Case cases[] = {
        {"strong", "<p><strong>To the island</strong></p>", after, "h2 To the island"},
        {"bold by style, with emphasis", "<p><span style='font-weight:bold'><em>To the island</em></span></p>", after,
         "h2 To the island"},
        {"under a heading", "<h2>One</h2>" + after + "<p><b>To the island</b></p>", after, "h2 One, h3 To the island"},
        {"beside each other", "<p><b>Out</b></p>" + after + "<p><b>Back</b></p>", after, "h2 Out, h2 Back"},
        {"before a list", "<p><b>What to pack</b></p>", "<ul><li>tea</li></ul>", "h2 What to pack"},
        {"a sentence", "<p><b>We missed the ferry.</b></p>", after, ""},
        {"a question in quotes", "<p><b>“Who drinks tea?”</b></p>", after, ""},
        {"a label", "<p><b>Update:</b></p>", after, ""},
        {"a date", "<p><b>5 May 2019</b></p>", after, ""},
        {"a lead-in", "<p><b>To the island</b> we went</p>", after, ""},
        {"a link", "<p><b><a href='/map/'>The map</a></b></p>", after, ""},
        {"two lines", "<p><b>To the<br>island</b></p>", after, ""},
        {"too long", "<p><b>" + std::string(81, 'x') + "</b></p>", after, ""},
        {"the last block", "<p><b>The end</b></p>", "", ""},
        {"before a picture", "<p><b>The quay</b></p>", "<p><img src='/a.jpg'></p>", ""},
        {"verses", "<p><b>The quay</b></p>", "<p>Tea, tea,</p><p>the sea</p>", ""},
        {"two at a time", "<p><b>The quay</b></p><p><b>at dawn</b></p>", after, ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        blogbind::Post post = post_with(before + c.between + c.tail);
        blogbind::Report report;
        normalise(post, blogbind::Phrases::in_language("en"), report);
        CHECK(headings_of(post) == c.heading);
    }
}

TEST_CASE("blocks: quotations, code, tables") {
    const MarkupCase cases[] = {
        {"cite", "<blockquote><p>q</p><cite>Ann</cite></blockquote>",
         "<blockquote class=\"tagged\"><p class=\"first\">q</p></blockquote><p class=\"attribution\">Ann</p>"},
        {"dash", "<blockquote><p>q</p><p>— Ann</p></blockquote>",
         "<blockquote class=\"tagged\"><p class=\"first\">q</p></blockquote><p class=\"attribution\">— Ann</p>"},
        {"repeated pull quote", "<p>Well said, he said.</p><div class=pullquote>well said</div>",
         "<p class=\"first\">Well said, he said.</p>"},
        {"pull quote", "<div class=pullquote>new</div>",
         "<aside class=\"pullquote\" epub:type=\"pullquote\" role=\"doc-pullquote\" aria-label=\"Pull quote\">"
         "<p class=\"pull\">new</p></aside>"},
        {"code", "<pre class=brush>\n\ta<br>b</pre>", "<pre><code>    a\nb</code></pre>"},
        {"layout table", "<table><tr><td><p>one</p></td></tr></table>", "<p class=\"first\">one</p>"},
        {"data table", "<table><tr><th>Leg<th>Hours<tr><td>A<td>8</table>",
         "<table class=\"data\"><thead><tr><th scope=\"col\" class=\"head\">Leg</th>"
         "<th scope=\"col\" class=\"head num\">Hours</th></tr></thead>"
         "<tbody><tr><td>A</td><td class=\"num\">8</td></tr></tbody></table>"},
        {"wide table", "<table><tr><th>a<th>b<th>c<th>d<th>e<tr><td>1<td>2<td>3<td>4<td>5</table>",
         "<dl class=\"about\"><dt>a</dt><dd>1</dd><dt>b</dt><dd>2</dd><dt>c</dt><dd>3</dd><dt>d</dt><dd>4</dd>"
         "<dt>e</dt><dd>5</dd></dl>"},
    };
    for (const MarkupCase& c : cases) {
        CAPTURE(c.name);
        CHECK(normalised(c.html) == c.expected);
    }
}

TEST_CASE("blocks: a post of one-line paragraphs keeps its blank lines") {
    const std::string body = normalised("<p>a</p><p>b</p><p>c</p><p>d</p><p>e</p><p>f</p>");
    CHECK(body.starts_with("<p class=\"spaced\">a</p><p class=\"spaced\">b</p>"));
}
