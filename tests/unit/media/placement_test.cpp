#include "media/placement.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "markup/html_parser.h"
#include "markup/xhtml_writer.h"

namespace blogbind::media {
namespace {

markup::Body body_of(std::string_view html) { return std::move(markup::parse_fragment(html)->body); }

const PlacementWords english{&Phrases::in_language("en"), "en-GB"};

}  // namespace

TEST_CASE("width_class: upright pictures leave room for their caption, small ones stay small") {
    struct Case {
        std::string_view name;
        int width, height, source_width;
        std::string_view expected;
    };
    const Case cases[] = {
        {"landscape", 1600, 1200, 4000, "w100"},   {"upright 3:4", 1200, 1600, 3000, "w70"},
        {"square", 1264, 1264, 2000, "w95"},       {"very tall", 200, 1600, 1000, "w40"},
        {"narrow source", 390, 200, 390, "w60"},   {"very narrow source", 240, 100, 240, "w40"},
        {"narrow and tall", 300, 600, 300, "w45"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(width_class(c.width, c.height, c.source_width) == c.expected);
    }
}

TEST_CASE("show: the author's description, or words that say there is none") {
    struct Case {
        std::string_view name, html, description, expected;
    };
    const Case cases[] = {
        {"described", "<figure><p><img src=k></p></figure>", "A ship", "A ship"},
        {"captioned only", "<figure><p><img src=k></p><figcaption><p>Ferry</p></figcaption></figure>", "", "Photo"},
        {"neither", "<figure><p><img src=k></p></figure>", "", "Photo without description"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        markup::Body body = body_of(c.html);
        markup::Element& img = *markup::first_descendant(body.root(), "img");
        show(img, {"../images/a.jpg", "w100", std::string(c.description)}, english);
        CHECK(markup::attribute(img, "alt") == c.expected);
        CHECK(markup::attribute(img, "src") == "../images/a.jpg");
        CHECK(markup::attribute(img, "class") == "w100");
        CHECK(markup::attribute(img, "lang").empty());
    }
}

TEST_CASE("show: words in another language than the post's say so") {
    markup::Body body = body_of("<figure><p><img src=k></p></figure>");
    markup::Element& img = *markup::first_descendant(body.root(), "img");
    show(img, {"../images/a.jpg", "w100", ""}, {&Phrases::in_language("en"), "zu"});
    CHECK(markup::attribute(img, "lang") == "en");
}

TEST_CASE("a lost picture: its figure becomes a notice with its address, and keeps its caption") {
    markup::Body body = body_of(
        "<figure class=photo><p class=frame><img src=k></p><figcaption><p class=caption>The <em>ferry</em></p>"
        "</figcaption></figure>");
    PictureRemover remover(body.root());
    remover.replace_with_notice(*markup::first_descendant(body.root(), "img"), {"A ship", "https://e.org/a.jpg"},
                                english);
    remover.tidy();
    CHECK(markup::inner_xhtml(body.root()) ==
          "<p class=\"lost\">This photo could not be retrieved: A ship<br/>It was at "
          "<a href=\"https://e.org/a.jpg\">e.org/a.jpg</a></p><p class=\"caption\">The <em>ferry</em></p>");
}

TEST_CASE("a lost picture in a gallery that has others: the notice stays in its place") {
    markup::Body body = body_of(
        "<figure class=gallery><div class=row><figure class=gallery-item><p class=frame><img src=k></p></figure>"
        "<figure class=gallery-item><p class=frame><img src=l></p></figure></div></figure>");
    PictureRemover remover(body.root());
    remover.replace_with_notice(*markup::first_descendant(body.root(), "img"), {"A ship", ""}, english);
    remover.tidy();
    CHECK(markup::inner_xhtml(body.root()) ==
          "<figure class=\"gallery\"><div class=\"row\"><figure class=\"gallery-item\"><p class=\"lost\">This photo "
          "could not be retrieved: A ship</p></figure><figure class=\"gallery-item\"><p class=\"frame\">"
          "<img src=\"l\"/></p></figure></div></figure>");
}

TEST_CASE("pictures left out on demand: captions or descriptions stay as paragraphs") {
    struct Case {
        std::string_view name, html, alt, expected;
    };
    const Case cases[] = {
        {"caption", "<figure><p><img src=k></p><figcaption><p class=caption>C</p></figcaption></figure>", "A",
         "<p class=\"caption\">C</p>"},
        {"description", "<figure><p class=frame><img src=k></p></figure>", "A", "<p class=\"caption\">A</p>"},
        {"neither", "<p>Text</p><figure><p class=frame><img src=k></p></figure>", "", "<p>Text</p>"},
        {"gallery",
         "<figure class=gallery><figcaption><p>T</p></figcaption><div class=row><figure><p><img src=k></p><figcaption>"
         "<p class=caption>C</p></figcaption></figure></div></figure>",
         "", "<p>T</p><p class=\"caption\">C</p>"},
        {"within a sentence", "<p>Here <img src=k> it is</p>", "A", "<p>Here  it is</p>"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        markup::Body body = body_of(c.html);
        PictureRemover remover(body.root());
        remover.replace_with_words(*markup::first_descendant(body.root(), "img"), c.alt);
        remover.tidy();
        CHECK(markup::inner_xhtml(body.root()) == c.expected);
    }
}

}  // namespace blogbind::media
