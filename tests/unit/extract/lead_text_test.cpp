#include "extract/lead_text.h"

#include <doctest/doctest.h>

#include <string>

#include "sample_page.h"

namespace blogbind::extract {

namespace {

constexpr std::string_view lead =
    "Two winters without a bridge have made a village of an island, and sailors of its teachers and its dogs.";

std::string lead_of(const std::string& head, const std::string& page_head = {}) {
    const PagePart part =
        part_of(page_head + "<article>" + head + "<div class=entry-content>" + std::string(prose) + "</div></article>");
    const std::optional<Article> article = find_article(part.document.root(), {}, ProseMap(part.document.root()));
    std::string text;
    for (const markup::Element* paragraph : lead_paragraphs(part.document.root(), *article, "Night Ferry"))
        text += markup::collapsed_text(*paragraph);
    return text;
}

}  // namespace

TEST_CASE("lead: what stands between a title and the body is taken, if it belongs to the text") {
    const std::string title = "<h1>Night Ferry</h1>", words(lead);
    struct Case {
        std::string_view name;
        std::string head;
        bool is_taken;
    };
    const Case cases[] = {
        {"a paragraph", title + "<p>" + words + "</p>", true},
        {"in a header, behind the date", title + "<header><time>3 May</time><p>" + words + "</p></header>", true},
        {"a heading by its look, named", title + "<div class=post__lead><h2>" + words + "</h2></div>", true},
        {"in a header named after its buttons, below the site's heading",
         "<h1>The Shore</h1><header class=has-sharing>" + title + "<p>" + words + "</p></header>", true},
        {"short, but named", title + "<div class=article-intro>An island waits for its bridge, and longer.</div>",
         true},
        {"below a title in a lesser heading", "<h3>Night Ferry</h3><p>" + words + "</p>", true},
        {"below another lesser heading", "<h3>Day Ferry</h3><p>" + words + "</p>", false},
        {"short", title + "<p>An island waits for its bridge, and longer.</p>", false},
        {"before the title", "<p>" + words + "</p>" + title, false},
        {"a subtitle", title + "<h2 class=article-subtitle>" + words + "</h2>", false},
        {"a caption", title + "<figure><img src=a.jpg><figcaption>" + words + "</figcaption></figure>", false},
        {"about the author", title + "<div class=author-bio><p>" + words + "</p></div>", false},
        {"a link", title + "<p><a href='/x'>" + words + "</a></p>", false},
        {"a menu", title + "<ul><li>" + words + "</li></ul>", false},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(lead_of(c.head).empty() != c.is_taken);
    }
}

TEST_CASE("lead: a short line is one if the page's head says the same of the post") {
    const std::string words = "An island waits for its bridge, and for more.";
    const std::string head = "<h1>Night Ferry</h1><p>" + words + "</p>";
    CHECK(lead_of(head, "<meta property='og:description' content='" + words + "'>") == words);
    CHECK(lead_of(head, "<meta name=description content='Of ferries.'>").empty());
}

TEST_CASE("lead: words that the body has, too, are not taken twice") {
    const std::string first = std::string(prose.substr(0, prose.find("</p>") + 4));
    CHECK(lead_of("<h1>Night Ferry</h1>" + first).empty());
}

}  // namespace blogbind::extract
