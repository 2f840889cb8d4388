#include "extract/furniture_links.h"

#include <doctest/doctest.h>

#include <string>

#include "extract/furniture.h"
#include "sample_page.h"

namespace blogbind::extract {

namespace {

/// What is left of a text of a page at blog.example.
std::string left_of(const std::string& html) {
    markup::Body body = std::move(markup::parse_fragment(html)->body);
    std::vector<LeftOut> left_out;
    drop_furniture(body, "Night Ferry", address("https://blog.example/night-ferry/"), left_out);
    return markup::collapsed_text(body.root());
}

std::string link(std::string_view href) {
    return "<a href='" + std::string(href) + "'>MARK, the day ferry and more</a>";
}

}  // namespace

TEST_CASE("links: a line that only leads to another page of the site goes from the start and the end") {
    const std::string text(prose);
    struct Case {
        std::string_view name, html;
        bool stays;
    };
    const std::string own = "<p>" + link("/day-ferry/") + "</p>",
                      whole = "<p>" + link("https://www.blog.example/b") + "</p>";
    const std::string cases_html[] = {text + own,
                                      whole + text,
                                      text + "<h3>" + link("/a") + "</h3>",
                                      text + own + text,
                                      text + "<p>→ " + link("/a") + "</p>" + text,
                                      text + "<p>→ " + link("https://elsewhere.example/") + "</p>" + text,
                                      text + "<p>" + link("https://elsewhere.example/") + "</p>",
                                      text + "<ul><li>" + link("/a") + "</li></ul>",
                                      text + "<p>" + link("#note") + "</p>",
                                      text + "<p>I was asked about " + link("/a") + " and more.</p>",
                                      text + "<p>" + link("/big.jpg") + "</p>",
                                      text + own + "<ol><li>It was late that day. <a href='#from-1'>↩</a></li></ol>",
                                      text + own + "<ul><li><a href='#top'>Back to the top of the page</a></li></ul>",
                                      "<p>All of them:</p>" + own + own + own};
    const Case cases[] = {
        {"at the end", cases_html[0], false},
        {"at the start, with the host", cases_html[1], false},
        {"a heading", cases_html[2], false},
        {"between paragraphs", cases_html[3], true},
        {"between paragraphs, with an arrow", cases_html[4], false},
        {"with an arrow, to another site", cases_html[5], true},
        {"to another site", cases_html[6], true},
        {"in a list", cases_html[7], true},
        {"to a place in the page", cases_html[8], true},
        {"in a sentence", cases_html[9], true},
        {"to a picture", cases_html[10], true},
        {"before a footnote", cases_html[11], true},
        {"before a way back to the top", cases_html[12], false},
        {"a page of links", cases_html[13], true},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK((left_of(std::string(c.html)).find("MARK") != std::string::npos) == c.stays);
    }
}

TEST_CASE("links: teasers go with their pictures, words and heading") {
    const std::string teaser =
        "<div class=z1><img src=a.jpg><h3>" + link("/a") + "</h3><p>It left a little late that day.</p></div>";
    std::string text(prose);
    for (int i = 0; i < 4; ++i) text += prose;
    const std::string all = left_of(text);
    CHECK(left_of(text + "<h2>From the same shore</h2><div>" + teaser + teaser + "</div>") == all);
    CHECK(left_of(text + "<div>" + teaser + teaser + "</div>" + text).find("MARK") == std::string::npos);
    CHECK(left_of(text + "<div>" + teaser + "</div>" + text).find("MARK") != std::string::npos);
    const std::string section = "<div><h3>" + link("/a") + "</h3>" + text + text + "</div>";
    CHECK(left_of(text + section + section).find("MARK") != std::string::npos);
}

TEST_CASE("furniture names: boxes that say in their classes what they are") {
    const std::string text(prose), links = "<p>" + link("/a") + "</p><p>" + link("/b") + "</p>";
    const auto box = [](std::string_view name, const std::string& html) {
        return "<div class='" + std::string(name) + "'>" + html + "</div>";
    };
    struct Case {
        std::string_view name;
        std::string html;
        bool stays;
    };
    const Case cases[] = {
        {"read also", text + box("lee-tambien-caja", links) + text, false},
        {"a list of links", text + box("c-linklist", links) + text, false},
        {"another post", text + box("article__embed", links) + text, false},
        {"neighbours", text + box("post-nav", links) + text, false},
        {"an author", text + box("post-author", "<p>MARK Ellingsen</p>") + text, false},
        {"what links earn", text + box("affiliate-text", "<p>MARK pays us.</p>") + text, false},
        {"a form for comments", text + "<form class=comment-form><p>MARK your words.</p></form>", false},
        {"other posts, in Spanish", text + box("notas-relacionadas", links) + text, false},
        {"when and by whom", box("articleMeta", "<p>MARK, in May</p>") + text, false},
        {"how long it takes, in German", box("lesezeit", "<p>MARK</p>") + text, false},
        {"for screen readers", text + "<h3 class=element-invisible>MARK</h3>" + text, false},
        {"a button", text + "<div><span class=recipe-pin>MARK</span><a class=recipe-print href='/p'>Print</a></div>",
         false},
        {"a link in a sentence", text + "<p>All can <a class=trip-share href='/s'>MARK</a> the ferry.</p>", true},
        {"a count of comments", text + "<p><a href='/a#disqus_thread'>MARK</a></p>", false},
        {"about the author", text + "<div>Über den Autor</div><p>MARK Ellingsen sails.</p>", false},
        {"what an author links", text + box("shore", links) + text, true},
        {"a question's heading", text + "<h3 class=entry-title>MARK: when?</h3>" + text, true},
        {"another post's heading", text + "<h3 class=entry-title><a href='/a'>MARK</a></h3>" + text, false},
        {"words of a text", text + box("article__embed", "<p>MARK was the name of the ferry.</p>") + text, true},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK((left_of(c.html).find("MARK") != std::string::npos) == c.stays);
    }
}

}  // namespace blogbind::extract
