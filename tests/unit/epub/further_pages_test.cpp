// What a book has beside its chapters and comments: the user's own pages, parts, itinerary, index of pictures.
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "compose/compose.h"
#include "epub/publication.h"
#include "rendered_book.h"
#include "support/posts.h"

using namespace blogbind;
using namespace blogbind::epub;

namespace {

class LongBook : public test::RenderedBook {
  public:
    explicit LongBook(std::vector<Post> posts, const compose::BookOptions& options = {},
                      std::span<const compose::FrontPost> front = {})
        : RenderedBook(compose::compose(std::move(posts), {}, options, {}, {}, {}, front)) {}
};

std::vector<Post> journey(std::size_t days) {
    std::vector<Post> posts;
    for (std::size_t i = 0; i < days; ++i) {
        posts.push_back(test::post(fmt::format("https://blog.example/{}/", i), fmt::format("Day {} & Night", i + 1),
                                   fmt::format("20{:02}-05-03", 10 + i)));
        posts.back().place = i % 2 == 0 ? "Huế, Vietnam" : "대구";
    }
    return posts;
}

std::vector<compose::FrontPost> front_of(FrontKind kind, bool has_title) {
    std::vector<compose::FrontPost> front;
    front.push_back(
        {kind, has_title, test::post("https://blog.example/about/", "Why <We> Went", {}, "<p>For Ann</p>")});
    return front;
}

}  // namespace

TEST_CASE("itinerary: days, places and chapters stand in a table before the chapters, and in the contents") {
    const LongBook book(journey(3));
    CHECK(book.spine() == "titlepage nav index_route c-2010-05-03 c-2011-05-03 c-2012-05-03 colophon ");
    CHECK(book.holds("text/index_route.xhtml",
                     "<tr><td><time datetime=\"2010-05-03\">3 May 2010</time></td><td>Huế, Vietnam</td>"
                     "<td><a href=\"2010-05-03-0.xhtml\">Day 1 &amp; Night</a></td></tr>"));
    CHECK(book.holds("text/index_route.xhtml", "<td><span xml:lang=\"ko\" lang=\"ko\">대구</span></td>"));
    CHECK(book.holds("nav.xhtml", "<a href=\"text/index_route.xhtml\">Itinerary</a>"));
    CHECK(book.holds("toc.ncx", "text/index_route.xhtml"));
    CHECK(!book.holds("text/index_route.xhtml", "<figure"));
}

TEST_CASE("itinerary: its words are in the book's language, and it can be left out") {
    compose::BookOptions options;
    options.language = "ru";
    CHECK(LongBook(journey(3), options).holds("text/index_route.xhtml", "<th class=\"head\" scope=\"col\">Дата</th>"));
    options.travel_pages = false;
    CHECK(LongBook(journey(3), options).text("text/index_route.xhtml").empty());
}

TEST_CASE("itinerary: of a thousand days it takes several documents") {
    std::vector<Post> posts = journey(3);
    for (int i = 0; i < 900; ++i) {
        posts.push_back(test::post(fmt::format("https://blog.example/more-{}/", i), "More", "2024-05-03"));
        posts.back().place = "Huế";
    }
    const LongBook book(std::move(posts));
    CHECK(book.text("text/index_route.xhtml").size() < 250'000);
    CHECK(!book.text("text/index_route_3.xhtml").empty());
    CHECK(book.text("text/index_route_4.xhtml").empty());
    CHECK(!book.holds("nav.xhtml", "index_route_2"));
}

TEST_CASE("picture index: captions lead to their pictures") {
    std::vector<Post> posts = journey(1);
    std::string html;
    for (int i = 1; i <= 12; ++i)
        html += fmt::format(
            "<figure class=\"photo\"><p class=\"frame\"><b>x</b><img src=\"../images/a.jpg\" alt=\"a\"/></p>"
            "<figcaption><p class=\"caption\">Boat {} &amp; sail</p></figcaption></figure>",
            i);
    posts[0].body = test::body_of(html);
    const Result<TemplateSet> templates = TemplateSet::load({});
    REQUIRE(templates);
    const Book book = compose::compose(std::move(posts), {}, {}, {}, {}, {});
    test::Scratch scratch;
    const Result<Publication> publication = render(book, *templates, scratch.spill());
    REQUIRE(publication);
    const std::string index = scratch.text(*publication, "EPUB/text/index_pictures.xhtml");
    CHECK(index.find("<dd><a href=\"2010-05-03-0.xhtml#picture-12\">Boat 12 &amp; sail</a></dd>") != std::string::npos);
    CHECK(publication->spine[publication->spine.size() - 2] == "index_pictures");
}

TEST_CASE("parts: chapters stand under their part in the contents, and behind its page") {
    compose::BookOptions options;
    options.grouping = compose::Grouping::year;
    options.travel_pages = false;
    std::vector<Post> posts = journey(2);
    posts.push_back(test::post("https://blog.example/last/", "The Last", "2011-12-24"));
    posts[2].comments.all().push_back(test::comment("1", "", "Jo"));
    const LongBook book(std::move(posts), options);
    CHECK(book.spine() ==
          "titlepage nav part_2010 c-2010-05-03 part_2011 c-2011-05-03 c-2011-12-24 comments x-2011-12-24 colophon ");
    CHECK(book.holds("text/part_2011.xhtml", "epub:type=\"part\" role=\"doc-part\""));
    CHECK(book.holds("text/part_2011.xhtml", "3 May 2011 to 24 December 2011<br/>2 posts"));
    CHECK(book.holds("nav.xhtml", "<li class=\"toc-sub\"><a href=\"text/2011-12-24-last.xhtml\">The Last</a></li>"));
    CHECK(book.holds("toc.ncx", "<meta name=\"dtb:depth\" content=\"2\"/>"));
}

TEST_CASE("parts: comments behind each chapter stay within two levels of contents") {
    compose::BookOptions options;
    options.grouping = compose::Grouping::year;
    options.comments = compose::Comments::chapter;
    std::vector<Post> posts = journey(2);
    posts[0].comments.all().push_back(test::comment("1", "", "Jo"));
    const LongBook book(std::move(posts), options);
    CHECK(book.spine() == "titlepage nav part_2010 c-2010-05-03 x-2010-05-03 part_2011 c-2011-05-03 colophon ");
    CHECK(book.holds("nav.xhtml", "<li class=\"toc-sub\"><a href=\"text/2010-05-03-0-comments.xhtml\">"));
}

TEST_CASE("front pages: they stand behind the title page, with what they are") {
    const LongBook titled(journey(1), {}, front_of(FrontKind::preface, true));
    CHECK(titled.spine() == "titlepage front_preface nav c-2010-05-03 colophon ");
    CHECK(titled.holds("text/front_preface.xhtml", "epub:type=\"preface\" role=\"doc-preface\""));
    CHECK(titled.holds("text/front_preface.xhtml", "epub:type=\"title\">Why &lt;We&gt; Went</h1>"));
    CHECK(titled.holds("nav.xhtml", "<a href=\"text/front_preface.xhtml\">Why &lt;We&gt; Went</a>"));

    const LongBook plain(journey(1), {}, front_of(FrontKind::introduction, false));
    CHECK(plain.holds("text/front_introduction.xhtml", "epub:type=\"title\">Introduction</h1>"));

    const LongBook dedicated(journey(1), {}, front_of(FrontKind::dedication, false));
    CHECK(dedicated.holds("text/front_dedication.xhtml", "role=\"doc-dedication\" aria-label=\"Dedication\""));
    CHECK(dedicated.holds("text/front_dedication.xhtml", "<p class=\"dedication\">For Ann</p>"));
    CHECK(!dedicated.holds("text/front_dedication.xhtml", "<h1"));
}
