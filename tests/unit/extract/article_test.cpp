#include "extract/article.h"

#include <doctest/doctest.h>

#include "sample_page.h"

namespace blogbind::extract {

namespace {

std::string body_text(const std::string& html) {
    const PagePart part = part_of(html);
    const std::optional<Article> article = find_article(part.document.root(), {}, ProseMap(part.document.root()));
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

TEST_CASE("article: the element with the page's title is the post, however long others are") {
    std::string columns;
    for (int i = 0; i < 4; ++i) columns += "<div><h3>Column</h3>" + std::string(prose) + "</div>";
    const std::string html = "<article class=story><h1>The ferry</h1><div>" + std::string(prose) + std::string(prose) +
                             "<p>It comes at dawn.</p></div></article><article class=columns>" + columns + "</article>";
    CHECK(body_text(html).ends_with("It comes at dawn."));
}

TEST_CASE("article: parts of one text side by side are taken whole") {
    const auto parts = [](std::string_view title) {
        std::string html = "<body><div class=top><h1>Three harbours</h1></div><div class=parts>";
        for (const char* name : {"Oslo", "Turku", "Riga"})
            html += "<article class=part>" + std::string(title) + "<div>" + std::string(prose) + "<p>So much for " +
                    name + ".</p></div></article>";
        return html + "</div>";
    };
    const std::string whole = body_text(parts("<h3>A harbour</h3>"));
    CHECK(whole.find("So much for Oslo.") != std::string::npos);
    CHECK(whole.ends_with("So much for Riga."));
    CHECK(body_text(parts("<h3><a href='/harbour'>A harbour</a></h3>")).ends_with("So much for Oslo."));
}

TEST_CASE("article: sections with linked headings are taken whole if their texts are named like the first") {
    const auto page = [](std::string_view name) {
        std::string html = "<body><div class=all><div><div class=rich><p>Of three ferries this is the list.</p>";
        for (int i = 0; i < 5; ++i) html += prose;
        html += "</div></div>";
        for (int i = 0; i < 3; ++i) {
            html += "<div><h2><a href='/boat'>A boat</a></h2><div class=" + std::string(name) + ">";
            for (int j = 0; j < 4; ++j) html += prose;
            html += "<p>Number " + std::to_string(i + 1) + ".</p></div></div>";
        }
        return html + "</div>";
    };
    CHECK(body_text(page("rich")).ends_with("Number 3."));
    CHECK_FALSE(body_text(page("other")).ends_with("Number 3."));
}

TEST_CASE("article: a layout for narrow screens is no part of the text") {
    const std::string text = "<p>Copied once.</p>" + std::string(prose) + std::string(prose) + "<p>The end.</p>";
    const std::string html =
        "<body><div><div class=wide><div>" + text + "</div></div><div class=narrow><div>" + text + "</div></div></div>";
    const std::string body = body_text(html);
    CHECK(body.find("The end.") == body.rfind("The end."));
}

TEST_CASE("article: the only element with the name of a body is the whole of it") {
    std::string text, other;
    for (int i = 0; i < 3; ++i) text += prose;
    for (int i = 0; i < 4; ++i) other += "<div><h4>A reader</h4>" + std::string(prose) + "</div>";
    const std::string end = "<p>The end of it all.</p>";
    const auto page = [&](std::string_view name) {
        return "<body><div><div class=" + std::string(name) + ">" + text + end + "</div>" + other + "</div>";
    };
    CHECK(body_text(page("article-body")).ends_with("The end of it all."));
    CHECK_FALSE(body_text(page("unknown")).ends_with("The end of it all."));
}

TEST_CASE("article: what asks for consent or a name is never the body, however long") {
    std::string much;
    for (int i = 0; i < 9; ++i) much += prose;
    for (const std::string& box :
         {"<div class='site-dsgvo-popup'>" + much + "</div>", "<div role=alertdialog>" + much + "</div>",
          "<div><form><fieldset>" + much + "</fieldset></form></div>"}) {
        const std::string html = "<body><div><h1>T</h1>" + std::string(prose) + "<p>The end.</p></div>" + box;
        CAPTURE(box.substr(0, 40));
        CHECK(body_text(html).ends_with("The end."));
    }
}

TEST_CASE("article: a recipe keeps its ingredients, which stand beside what is to be done") {
    const auto page = [](std::string_view name) {
        return "<body><div><h1>Pancakes</h1><div><div class=" + std::string(name) +
               "><table><tr><td>2</td><td>eggs</td></tr><tr><td>1 cup</td><td>milk of the ferry</td></tr></table></div>"
               "<div class=steps>" +
               std::string(prose) + std::string(prose) + "</div></div></div>";
    };
    CHECK(body_text(page("recipe-ingredients")).find("eggs") != std::string::npos);
    CHECK(body_text(page("timetable")).find("eggs") == std::string::npos);
}

TEST_CASE("article: a page without prose has none") {
    CHECK(body_text("<body><nav><a href='/'>Home</a></nav><p>Soon.</p>") == "none");
}

}  // namespace blogbind::extract
