// A book as documents: what the reader sees.
#include "epub/publication.h"

#include <fmt/format.h>

#include <utility>

#include "compose/compose.h"
#include "rendered_book.h"
#include "support/posts.h"

using namespace blogbind;
using namespace blogbind::epub;

namespace {

/// What the reader sees of a book made of `posts`.
class SlowCoast : public test::RenderedBook {
  public:
    explicit SlowCoast(std::vector<Post> posts, std::vector<Issue> losses = {},
                       const compose::BookOptions& options = {})
        : RenderedBook(compose::compose(std::move(posts), listing(), options, {}, {}, std::move(losses))) {}

  private:
    static Listing listing() {
        Listing listing;
        listing.title = "The Slow Coast";
        listing.address = Url::parse("https://blog.example/series/");
        return listing;
    }
};

constexpr std::string_view ferry = "text/2024-05-03-ferry.xhtml";
constexpr std::string_view ferry_comments = "text/2024-05-03-ferry-comments.xhtml";

std::vector<Post> one_post() {
    std::vector<Post> posts;
    posts.push_back(test::post("https://blog.example/ferry/", "Ferry & <Train>", "2024-05-03T21:40:00+02:00"));
    posts[0].authors = {"Mara Lindqvist"};
    return posts;
}

std::vector<Post> with_conversation() {
    std::vector<Post> posts = one_post();
    std::vector<Comment>& comments = posts[0].comments.all();
    const std::string_view names[] = {"A", "B", "C", "D", "E"};
    for (int i = 0; i < 5; ++i)
        comments.push_back(test::comment(std::to_string(i), i == 0 ? "" : std::to_string(i - 1), names[i]));
    return posts;
}

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t n = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++n;
    return n;
}

}  // namespace

TEST_CASE("publication: documents stand in reading order") {
    CHECK(SlowCoast(one_post()).spine() == "titlepage nav c-2024-05-03 colophon ");
    CHECK(SlowCoast(with_conversation()).spine() == "titlepage nav c-2024-05-03 comments x-2024-05-03 colophon ");
    compose::BookOptions options;
    options.comments = compose::Comments::chapter;
    CHECK(SlowCoast(with_conversation(), {}, options).spine() == "titlepage nav c-2024-05-03 x-2024-05-03 colophon ");
}

TEST_CASE("publication: a chapter says when and where it first appeared") {
    const SlowCoast book(one_post());
    CHECK(book.holds(ferry, "epub:type=\"title\">Ferry &amp; &lt;Train&gt;</h1>"));
    CHECK(book.holds(ferry,
                     "First published <time datetime=\"2024-05-03\">3 May 2024</time> at "
                     "<a href=\"https://blog.example/ferry/\">blog.example</a>."));
}

TEST_CASE("publication: conversations have three levels, deeper replies go on at the third") {
    const std::string text = SlowCoast(with_conversation()).text(ferry_comments);
    CHECK(count(text, "<ol class=\"replies\"") == 2);
    CHECK(count(text, "<article") == 5);
    CHECK(count(text, "<p class=\"c-re\">in reply to <a href=\"#comment-") == 4);
    CHECK(text.find("in reply to <a href=\"#comment-3\">D</a>") != std::string::npos);
}

TEST_CASE("publication: removed, anonymous and liked comments") {
    std::vector<Post> posts = one_post();
    posts[0].comments.all().push_back(test::comment("1", "", ""));
    posts[0].comments.all().push_back(test::comment("2", "1", ""));
    posts[0].comments[0].removed = true;
    posts[0].comments[1].likes = 1;
    posts[0].comments[1].by_post_author = true;
    const SlowCoast book(std::move(posts));
    CHECK(book.holds(ferry_comments, "A comment stood here and was removed on the blog."));
    CHECK(book.holds(ferry_comments, "in reply to <a href=\"#comment-1\">a removed comment</a>"));
    CHECK(book.holds(ferry_comments,
                     ">Anonymous</b> <span class=\"badge\">(author)</span> · "
                     "<span class=\"likes\">1 like</span>"));
}

TEST_CASE("publication: chapter and comments lead to each other") {
    const SlowCoast book(with_conversation());
    CHECK(book.holds(ferry, "<a href=\"2024-05-03-ferry-comments.xhtml\">5 comments on this chapter</a>"));
    CHECK(count(book.text(ferry_comments), "<a href=\"2024-05-03-ferry.xhtml\">") == 2);
}

TEST_CASE("publication: the colophon tells what is missing, and is silent about nothing") {
    CHECK(SlowCoast(one_post()).holds("text/colophon.xhtml", "Nothing was lost on the way."));
    std::vector<Issue> losses(250, {IssueCode::image_unreachable, "https://blog.example/gone.jpg", "404 Not Found"});
    const SlowCoast book(one_post(), std::move(losses));
    CHECK(book.holds("text/colophon.xhtml", "250 pictures could not be retrieved"));
    CHECK(count(book.text("text/colophon.xhtml"), "404 Not Found") == 200);
    CHECK(book.holds("text/colophon.xhtml", "… and 50 more"));
}

TEST_CASE("publication: foreign words and borrowed phrases say their language") {
    std::vector<Post> posts = one_post();
    posts[0].title = "부산";
    posts[0].language = "sv";
    const SlowCoast book(std::move(posts));
    CHECK(book.holds(ferry, "<span xml:lang=\"ko\" lang=\"ko\">부산</span></h1>"));
    CHECK(book.holds(ferry, "<p class=\"source\" xml:lang=\"en\" lang=\"en\">First published"));
    CHECK(book.holds("nav.xhtml", "id=\"toc-title\" xml:lang=\"en\" lang=\"en\">Contents"));
}

TEST_CASE("publication: a book that is read from the right is mirrored") {
    std::vector<Post> posts = one_post();
    posts[0].language = "he";
    const SlowCoast book(std::move(posts));
    CHECK(book.holds("package.opf", "page-progression-direction=\"rtl\""));
    CHECK(book.holds(ferry, "dir=\"rtl\""));
    CHECK(book.holds("css/book.css", "border-right: 1px solid"));
    CHECK(book.holds("css/book.css", "padding: 0 0.9em 0 0;"));
}

TEST_CASE("publication: of a loss, the facts are told in all languages, and the words in the book's") {
    std::vector<Post> posts = one_post();
    posts[0].language = "he";
    std::vector<Issue> losses{{IssueCode::image_unreachable, "https://blog.example/gone.jpg", "answered 404"},
                              {IssueCode::about_missing, "https://blog.example/", "names no page about itself"}};
    const SlowCoast book(std::move(posts), std::move(losses));
    CHECK(book.holds("text/colophon.xhtml", "HTTP 404"));
    CHECK(book.holds("text/colophon.xhtml", "לא נמצא"));
    CHECK(!book.holds("text/colophon.xhtml", "answered"));
    CHECK(!book.holds("text/colophon.xhtml", "names no page"));
}

TEST_CASE("publication: what is written the other way says so") {
    std::vector<Post> posts = one_post();
    posts[0].language = "en";
    compose::BookOptions options;
    options.language = "he";
    CHECK(SlowCoast(std::move(posts), {}, options).holds(ferry, "xml:lang=\"en\" lang=\"en\" dir=\"ltr\">"));
}

TEST_CASE("publication: comments are in the language of their chapter") {
    for (const auto& [book_language, marked] : {std::pair{"en", 5U}, {"he", 0U}}) {
        CAPTURE(book_language);
        std::vector<Post> posts = with_conversation();
        posts[0].language = "he";
        compose::BookOptions options;
        options.language = book_language;
        const std::string text = SlowCoast(std::move(posts), {}, options).text(ferry_comments);
        CHECK(count(text, "<div xml:lang=\"he\" lang=\"he\" dir=\"rtl\">") == marked);
        CHECK(count(text, "<div xml:lang") == marked);
    }
}

TEST_CASE("publication: the sources of many chapters have documents of their own") {
    for (const int days : {200, 201}) {
        CAPTURE(days);
        std::vector<Post> posts;
        for (int i = 0; i < days; ++i)
            posts.push_back(test::post(fmt::format("https://blog.example/day-{}/", i), fmt::format("Day {}", i),
                                       "2024-05-03T21:40:00+02:00"));
        const SlowCoast book(std::move(posts));
        const bool apart = days == 201;
        CHECK(book.spine().ends_with("index_sources index_sources_2 colophon ") == apart);
        CHECK(book.holds("text/colophon.xhtml", "<h2><a href=\"index_sources.xhtml\">Sources</a></h2>") == apart);
        CHECK(book.holds("text/colophon.xhtml", "https://blog.example/day-7/") != apart);
        CHECK(book.holds("text/index_sources.xhtml", "https://blog.example/day-7/") == apart);
        CHECK(book.holds("nav.xhtml", "<a href=\"text/index_sources.xhtml\">Sources</a>") == apart);
    }
}

TEST_CASE("publication: names are listed with the language's own sign") {
    std::vector<Post> posts = one_post();
    posts[0].language = "ja";
    posts[0].authors = {"岡田", "森"};
    const SlowCoast book(std::move(posts));
    CHECK(book.holds("text/titlepage.xhtml", "岡田、森"));
    CHECK(book.holds("text/colophon.xhtml", "書体は、お使いの読書端末のものです。この本に画像はありません。"));
}

TEST_CASE("publication: a user's template that breaks a document is found before packing") {
    Publication publication;
    publication.manifest = {{"nav", "nav.xhtml", "application/xhtml+xml", "nav"}};
    publication.spine = {"nav"};
    test::Scratch scratch;
    publication.files = {scratch.file("EPUB/nav.xhtml", "<html><body></html>")};
    CHECK_FALSE(self_check(publication, scratch.spill()));
}

TEST_CASE("publication: vertical writing turns pages and style sheets") {
    std::vector<Post> posts = one_post();
    posts[0].language = "ja";
    posts[0].is_vertical = true;
    const SlowCoast book(std::move(posts));
    CHECK(book.holds("package.opf", "page-progression-direction=\"rtl\""));
    CHECK(book.holds("package.opf", "<meta name=\"primary-writing-mode\" content=\"vertical-rl\"/>"));
    CHECK(book.holds("css/book.css",
                     "html { writing-mode: vertical-rl; -webkit-writing-mode: vertical-rl; "
                     "-epub-writing-mode: vertical-rl; }"));
    CHECK(book.holds("css/book.css", "border-right: 1px solid"));
    CHECK_FALSE(book.holds("text/2024-05-03-ferry.xhtml", "dir=\"rtl\""));
}

TEST_CASE("publication: what is written vertically, and what is not") {
    struct Case {
        std::string_view name, language;
        bool first, second;
        compose::Writing writing;
        bool expected;
    };
    using compose::Writing;
    const Case cases[] = {
        {"all posts", "ja", true, true, Writing::automatic, true},
        {"one post", "ja", true, false, Writing::automatic, false},
        {"a language of lines that run across", "en", true, true, Writing::automatic, false},
        {"the user's wish", "zh-Hant", false, false, Writing::vertical, true},
        {"the user's other wish", "ja", true, true, Writing::horizontal, false},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        std::vector<Post> posts = one_post();
        posts.push_back(test::post("https://blog.example/train/", "Train", "2024-05-04T21:40:00+02:00"));
        posts[0].is_vertical = c.first;
        posts[1].is_vertical = c.second;
        compose::BookOptions options;
        options.language = std::string(c.language);
        options.writing = c.writing;
        const SlowCoast book(std::move(posts), {}, options);
        CHECK(book.holds("package.opf", "page-progression-direction=\"rtl\"") == c.expected);
        CHECK(book.holds("css/book.css", "vertical-rl") == c.expected);
    }
}

TEST_CASE("publication: books in Chinese, Japanese and Korean have no slanted letters and their own rules for lines") {
    struct Case {
        std::string_view language;
        bool is_cjk, breaks_at_spaces;
    };
    for (const Case& c :
         {Case{"ja", true, false}, Case{"zh-Hant", true, false}, Case{"ko-KR", true, true}, Case{"en", false, false}}) {
        CAPTURE(c.language);
        compose::BookOptions options;
        options.language = std::string(c.language);
        const SlowCoast book(one_post(), {}, options);
        CHECK(book.holds("css/book.css", "line-break: strict") == c.is_cjk);
        CHECK(book.holds("css/book.css", "em, i, cite, dfn, var, address { font-style: normal; font-weight: bold; }") ==
              c.is_cjk);
        CHECK(book.holds("css/book.css", "word-break: keep-all") == c.breaks_at_spaces);
    }
}
