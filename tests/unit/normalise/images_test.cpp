#include <doctest/doctest.h>

#include "unit/normalise/normalised.h"

using namespace blogbind;
using namespace blogbind::normalise;

namespace {

Post normalised_post(std::string_view html) {
    Post post = post_with(html);
    Report report;
    normalise::normalise(post, Phrases::in_language("en"), report);
    return post;
}

constexpr std::string_view frame =
    "<figure class=\"photo\"><p class=\"frame\"><img src=\"https://blog.example/a.jpg\" alt=\"\"/></p>";

}  // namespace

TEST_CASE("images: every picture stands in a figure, with its caption") {
    const std::string photo(frame);
    const std::string caption = "<figcaption><p class=\"caption\">Sunrise</p></figcaption></figure>";
    const struct {
        std::string_view name, html;
        std::string expected;
    } cases[] = {
        {"alone", "<p><img src=/a.jpg></p>", photo + "</figure>"},
        {"lazy", "<img src='data:image/gif;base64,R0lGOD' data-src=/a.jpg>", photo + "</figure>"},
        {"noscript", "<img src='data:image/gif;base64,R0lGOD'><noscript><img src=/a.jpg></noscript>",
         photo + "</figure>"},
        {"both saved", "<img src=/a.jpg class=lazy><noscript><img src=/a.jpg></noscript>", photo + "</figure>"},
        {"wordpress",
         "<div class=wp-caption><a href=/a.jpg><img src=/a.jpg></a><p class=wp-caption-text>Sunrise</p></div>",
         photo + caption},
        {"blogger",
         "<table class=tr-caption-container><tr><td><img src=/a.jpg></td></tr><tr><td class=tr-caption>Sunrise</td>"
         "</tr></table>",
         photo + caption},
        {"slanted line", "<p><img src=/a.jpg></p><p><em>Sunrise</em></p>", photo + caption},
        {"line under it", "<p><img src=/a.jpg><br>Sunrise</p>", photo + caption},
        {"within a sentence", "<p>one <img src=/a.jpg> two</p>",
         "<p class=\"first\">one two</p>" + photo + "</figure>"},
        {"alone in its line", "<p>one<br><img src=/a.jpg><br>two words. And more.</p>",
         "<p class=\"first\">one</p>" + photo + "</figure><p class=\"first\">two words. And more.</p>"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.name);
        CHECK(normalised(c.html) == c.expected);
    }
}

TEST_CASE("images: furniture goes, characters stay") {
    const MarkupCase cases[] = {
        {"counting pixel", "<p>one<img src=/p.gif width=1 height=1></p>", "<p class=\"first\">one</p>"},
        {"emoji by description", "<p>one <img class=emoji alt=😀 src=/1f600.png></p>", "<p class=\"first\">one 😀</p>"},
        {"emoji by address", "<p>one <img src=https://s.w.org/images/core/emoji/2/72x72/1f600.png></p>",
         "<p class=\"first\">one 😀</p>"},
    };
    for (const MarkupCase& c : cases) {
        CAPTURE(c.name);
        CHECK(normalised(c.html) == c.expected);
    }
}

TEST_CASE("images: the best candidate comes first and the key is a declared one") {
    const struct {
        std::string_view name, html, key, best;
        bool guessed;
    } cases[] = {
        {"srcset", "<img src=/a-300x200.jpg srcset='/a-300x200.jpg 300w, /a.jpg 2000w'>", "https://blog.example/a.jpg",
         "https://blog.example/a.jpg", false},
        {"carousel", "<img src=/a.jpg?w=300 data-orig-file=/orig.jpg data-orig-size=4000,3000>",
         "https://blog.example/orig.jpg", "https://blog.example/orig.jpg", false},
        {"thumbnail only", "<img src=/uploads/a-150x150.jpg>", "https://blog.example/uploads/a-150x150.jpg",
         "https://blog.example/uploads/a.jpg", true},
        {"linked original", "<a href=/full.jpg><img src=/a-300x200.jpg></a>", "https://blog.example/full.jpg",
         "https://blog.example/full.jpg", false},
    };
    for (const auto& c : cases) {
        CAPTURE(c.name);
        const Post post = normalised_post(c.html);
        REQUIRE(post.images.size() == 1);
        CHECK(post.images[0].source == c.key);
        CHECK(post.images[0].candidates[0].url.text() == c.best);
        CHECK(post.images[0].candidates[0].guessed == c.guessed);
    }
}

TEST_CASE("images: a description is kept only if it describes") {
    const struct {
        std::string_view name, alt, kept;
    } cases[] = {
        {"words", "A red boat", "A red boat"},
        {"camera", "IMG_2041", ""},
        {"file name", "boat.jpg", ""},
        {"the title", "Night Ferry", ""},
        {"idle opening", "Photo of a boat", "A boat"},
        {"number", "3 boats", "“3 boats”"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.name);
        CHECK(normalised_post("<img src=/x.jpg alt='" + std::string(c.alt) + "'>").images[0].alt == c.kept);
    }
}

TEST_CASE("images: galleries of any make are one shape") {
    const std::string_view items[] = {
        "<div class=gallery><dl class=gallery-item><dt><img src=/a.jpg></dt><dd class=gallery-caption>A</dd></dl>"
        "<dl class=gallery-item><dt><img src=/b.jpg></dt></dl></div>",
        "<figure class=wp-block-gallery><figure><img src=/a.jpg><figcaption>A</figcaption></figure><figure><img "
        "src=/b.jpg>"
        "</figure></figure>",
        "<div class=slideshow data-gallery='[{\"src\":\"/a.jpg\",\"caption\":\"A\"},{\"src\":\"/b.jpg\"}]'></div>",
    };
    for (const std::string_view html : items) {
        CAPTURE(html);
        CHECK(normalised(html) ==
              "<figure class=\"gallery\" role=\"group\" aria-label=\"Gallery, 2 photos\"><div class=\"row\">"
              "<figure class=\"gallery-item\"><p class=\"frame\"><img src=\"https://blog.example/a.jpg\" alt=\"\"/></p>"
              "<figcaption><p class=\"caption\">A</p></figcaption></figure>"
              "<figure class=\"gallery-item\"><p class=\"frame\"><img src=\"https://blog.example/b.jpg\" "
              "alt=\"\"/></p></figure>"
              "</div></figure>");
    }
}

TEST_CASE("images: the featured picture opens the chapter unless the body shows it") {
    for (const bool is_shown : {true, false}) {
        CAPTURE(is_shown);
        Post post = post_with(is_shown ? "<p>one</p><img src=/lead-300x200.jpg>" : "<p>one</p>");
        post.lead_image = std::make_unique<Image>(Image{"https://blog.example/lead.jpg",
                                                        {{*Url::parse("https://blog.example/lead.jpg"), 0, 0, false}},
                                                        {},
                                                        {},
                                                        {}});
        Report report;
        normalise::normalise(post, Phrases::in_language("en"), report);
        CHECK(!post.lead_image);
        CHECK(post.images.size() == 1);
        CHECK(body_of(post).starts_with(is_shown ? "<p" : "<figure"));
    }
}
