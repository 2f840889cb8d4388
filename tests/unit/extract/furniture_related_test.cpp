#include "extract/furniture_related.h"

#include <doctest/doctest.h>

#include <string>

#include "extract/furniture.h"
#include "sample_page.h"

namespace blogbind::extract {

namespace {

/// What is left of a text that ends with `html`.
std::string text_and(const std::string& html) {
    std::string text;
    for (int i = 0; i < 4; ++i) text += prose;
    markup::Body body = std::move(markup::parse_fragment(text + html)->body);
    std::vector<LeftOut> left_out;
    drop_furniture(body, "Night Ferry", address("https://blog.example/night-ferry/"), left_out);
    return markup::collapsed_text(body.root());
}

}  // namespace

TEST_CASE("related posts: they go with the heading above them, whatever it is made of") {
    const std::string links =
        "<ul><li><a href='/a'>MARK, the day ferry</a></li><li><a href='/b'>The bridge</a></li></ul>";
    const std::string teasers =
        "<div><h4>You may also enjoy</h4><a href='/a'>The day ferry</a><p>MARK says why the day ferry left at noon.</p>"
        "<a href='/b'>The bridge</a><p>Of the bridge that is closed.</p></div>";
    struct Case {
        std::string_view name;
        std::string html;
        bool stays;
    };
    const Case cases[] = {
        {"heading", "<h3>Zum Weiterlesen:</h3>" + links, false},
        {"bold words between blocks", "<div><strong>Mehr zum Thema</strong><div>" + links + "</div></div>", false},
        {"heading with the site's name", "<h3>Mehr zum Thema auf Fähren.example</h3>" + links, false},
        {"titles with excerpts", teasers, false},
        {"an aside of links", "<aside>" + links + "</aside>", false},
        {"links below the author's heading", "<h3>Where I slept</h3>" + links, true},
        {"prose below such a heading", "<h3>Related reading</h3><p>MARK is a book about ferries that I like.</p>",
         true},
        {"an aside of words", "<aside><p>MARK is what the captain said of the bridge.</p></aside>", true},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK((text_and(c.html).find("MARK") != std::string::npos) == c.stays);
    }
}

TEST_CASE("furniture: what announces nothing goes from the end") {
    struct Case {
        std::string_view name;
        std::string html;
        bool stays;
    };
    const Case cases[] = {
        {"heading of what was left out", "<h3>MARK and others</h3><div class=newsletter><p>Write to us.</p></div>",
         false},
        {"heading that was always last", "<h2>MARK, the end</h2>", true},
        {"label", "<p>MARK:</p>", false},
        {"several", "<h2>MARK</h2><p>From:</p>", false},
        {"heading above a picture", "<h3>MARK</h3><img src=a.jpg>", true},
        {"heading above a film", "<h3>MARK</h3><iframe src='https://film.example/1'></iframe>", true},
        {"exclamation", "<h3>MARK was here!</h3>", true},
        {"item of a list", "<ul><li>MARK:</li></ul>", true},
        {"last words", "<p>MARK</p>", true},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK((text_and(c.html).find("MARK") != std::string::npos) == c.stays);
    }
}

}  // namespace blogbind::extract
