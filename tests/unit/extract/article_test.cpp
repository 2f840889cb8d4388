#include "extract/article.h"

#include <doctest/doctest.h>

#include "sample_page.h"

namespace blogbind::extract {

namespace {

std::string body_text(const std::string& html) {
    const PagePart part = part_of(html);
    const std::optional<Article> article = find_article(part.document.root());
    return article ? markup::collapsed_text(*article->body) : "none";
}

}  // namespace

TEST_CASE("article: the body is found whatever the theme calls it") {
    const std::string text(prose);
    const std::string menu = "<nav><ul><li><a href='/a'>Home</a></li></ul></nav>";
    const std::string bar =
        "<aside><p>I have written about slow trains and small hotels since the year 2004.</p></aside>";
    struct Case {
        std::string_view name;
        std::string html;
    };
    const Case cases[] = {
        {"classic theme",
         "<div id=post-7 class='post hentry'><h1>T</h1><div class=entry-content>" + text + "</div></div>"},
        {"Blogger", "<div class='post hentry'><h3>T</h3><div class=post-body>" + text + "</div></div>"},
        {"Ghost", "<article class=gh-article><section class=gh-content>" + text + "</section></article>"},
        {"article element only", "<article><div class=zz>" + text + "</div></article>"},
        {"no names at all", "<table><tr><td><div>" + text + "</div></td><td>Links</td></tr></table>"},
        {"paragraphs in a bare post", "<div class='post hentry' id=post-7>" + text + "</div>"},
    };
    const std::string expected = markup::collapsed_text(part_of(text).document.root());
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(body_text("<body>" + menu + c.html + bar) == expected);
    }
}

TEST_CASE("article: comments are never the body, however long") {
    std::string comments =
        "<div id=comments><ol class=comment-list><li class=comment id=comment-1><div "
        "class='comment-content entry-content'>";
    for (int i = 0; i < 10; ++i) comments += prose;
    const std::string html =
        "<article id=post-1 class=hentry><div class=entry-content><p>A short post about one photograph "
        "of a ferry.</p></div>" +
        comments + "</div></li></ol></div></article>";
    CHECK(body_text(html) == "A short post about one photograph of a ferry.");
}

TEST_CASE("article: a body in several containers is taken whole") {
    std::string part;
    for (int i = 0; i < 2; ++i) part += prose;
    const std::string text = body_text("<article><h1>T</h1><div><div class=s1>" + part + "</div><div class=s2>" + part +
                                       "<p>The end.</p></div></div></article>");
    CHECK(text.starts_with("The ferry left"));
    CHECK(text.ends_with("The end."));
}

TEST_CASE("article: further posts below the post do not count") {
    const std::string html =
        "<body class='single postid-7'><div id=post-9 class='post hentry'><div class=entry-content>" +
        std::string(prose) + std::string(prose) +
        "</div></div><div id=post-7 class='post hentry'>"
        "<div class=entry-content><p>This is the one that was asked for, and it is short.</p></div></div>";
    CHECK(body_text(html) == "This is the one that was asked for, and it is short.");
}

TEST_CASE("article: a page without prose has none") {
    CHECK(body_text("<body><nav><a href='/'>Home</a></nav><p>Soon.</p>") == "none");
}

}  // namespace blogbind::extract
