#include "extract/extract.h"

#include <doctest/doctest.h>

#include "extract/comment_feed.h"
#include "extract/furniture_lines.h"
#include "extract/lead_picture.h"
#include "markup/xhtml_writer.h"
#include "sample_page.h"

namespace blogbind::extract {

namespace {

std::string post_page(std::string_view body, std::string_view after = {}) {
    return "<html lang=en><title>Night Ferry</title><body class='single postid-7'><article id=post-7 class='post "
           "hentry'><h1 "
           "class=entry-title>Night Ferry</h1><div class=entry-content>" +
           std::string(body) + "</div></article>" + std::string(after);
}

/// The body's text after extraction; the error's message if there is none.
std::string extracted(Page page) {
    Report report;
    const Result<Post> post = extract_post({}, page, report);
    return post ? markup::collapsed_text(post->body.root()) : post.error().message;
}

}  // namespace

TEST_CASE("extract: furniture goes, what an author wrote stays") {
    struct Case {
        std::string_view name, html;
        bool stays;
    };
    const Case cases[] = {
        {"share bar", "<div class=sharedaddy><p>MARK</p></div>", false},
        {"related posts", "<div class=jp-relatedposts><a href='/x'>MARK</a></div>", false},
        {"author box", "<div class=author-box><p>MARK</p></div>", false},
        {"author's card, by its name", "<div class=storyAuthorCard><p>MARK</p></div>", false},
        {"form for letters, by its id", "<section id=inline-newsletter_2><p>MARK</p></section>", false},
        {"teasers, mostly links", "<div class=promo-list><a href='/x'>MARK</a></div>", false},
        {"words in a box called so", "<div class=promo-note><p>MARK is what the town did.</p></div>", true},
        {"menu in the text", "<div class=print-menu><a href='/p'>MARK</a></div>", false},
        {"menu of a restaurant", "<div class=menu><p>MARK with potatoes and dill</p></div>", true},
        {"contents list of a plug-in", "<div id=toc_container><ul><li>MARK</li></ul></div>", false},
        {"label", "<h3>Share this:</h3>", false},
        {"page links", "<div class=page-links>Pages: <a href='2/'>MARK</a></div>", false},
        {"related heading with links",
         "<h3>You may also like</h3><ul><li><a href='/a'>MARK one two three</a></li></ul>", false},
        {"title again", "<h2>Night Ferry</h2>", false},
        {"pull quote", "<aside class=pullquote><p>MARK</p></aside>", true},
        {"caption", "<figure><img src=a.jpg><figcaption>MARK</figcaption></figure>", true},
        {"footnotes", "<ol class=wp-block-footnotes><li id=fn1>MARK</li></ol>", true},
        {"itinerary of links", "<h3>Stops</h3><ul><li><a href='/a'>MARK</a></li></ul>", true},
        {"words that look like names of furniture", "<div class='social-history metaphor shadow'><p>MARK</p></div>",
         true},
        {"date as a heading", "<h3>3 May 2019</h3><p>Rain.</p>", true},
        {"source of a quotation", "<blockquote><p>q</p><footer>MARK</footer></blockquote>", true},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const std::string text = extracted(page_of(part_of(post_page(std::string(prose) + std::string(c.html)))));
        const std::string bare = extracted(page_of(part_of(post_page(prose))));
        CHECK((text != bare) == c.stays);
    }
}

TEST_CASE("extract: a post without a title is called by its address") {
    const auto title_at = [](std::string_view url) {
        Report report;
        const std::string html =
            "<article class=hentry><div class=entry-content>" + std::string(prose) + "</div></article>";
        const Result<Post> post = extract_post({}, page_of(part_of(html, url)), report);
        return post ? post->title : post.error().message;
    };
    CHECK(title_at("https://blog.example/night-ferry/") == "night-ferry");
    CHECK(title_at("https://blog.example/") == "blog.example");
    CHECK(title_at("https://blog.example/%ff/") == "\uFFFD");
}

TEST_CASE("extract: a text that scripts put in place is taken from what readers without scripts get") {
    const std::string html = "<article class=hentry><div class=entry-content><script type='text/template'>" +
                             std::string(prose) + "</script><noscript>" + std::string(prose) +
                             "</noscript></div></article>";
    CHECK(extracted(page_of(part_of(html))).starts_with("The ferry left"));
}

TEST_CASE("extract: a template's twin for readers without scripts is the text, whatever stands beside it") {
    const std::string html =
        "<div class=post><h2>Night Ferry</h2><div class=post-content><script type='text/template'>" +
        std::string(prose) + "</script><noscript>" + std::string(prose) +
        "</noscript></div></div><div><p>All that this blog has of the coast, by year.</p></div>";
    CHECK(extracted(page_of(part_of(html))).starts_with("The ferry left"));
}

TEST_CASE("extract: what is said of the author below the text goes") {
    const auto ends_with = [](const std::string& end) {
        const std::string html =
            "<html><head><meta name=author content='Mara Ellingsen'></head><body><article class=hentry>"
            "<h1>Night Ferry</h1><div class=entry-content>" +
            std::string(prose) + end + "</div></article></body></html>";
        return extracted(page_of(part_of(html)));
    };
    const std::string note = "<p><em>Mara Ellingsen is a sailor who lives in Bergen.</em></p>";
    CHECK(ends_with(note).find("sailor") == std::string::npos);
    CHECK(ends_with(note + "<p>She said no more that day.</p>").find("sailor") != std::string::npos);
    CHECK(ends_with("<p>Ida Berg is a sailor who lives in Bergen.</p>").find("sailor") != std::string::npos);
    CHECK(ends_with("<p>Mara Ellingsen! called the sailor.</p>").find("sailor") != std::string::npos);
}

TEST_CASE("extract: a post on two pages is one") {
    Page page = page_of(part_of(post_page(std::string(prose) + "<div class=page-links><a class=post-page-numbers "
                                                               "href='/2019/05/night-ferry/2/'>2</a></div>")));
    REQUIRE(wanted(page).size() == 1);
    CHECK(wanted(page)[0].role == PageRole::continuation);
    page.parts.push_back(part_of(post_page("<p>And this is where the second page of the post goes on.</p>"),
                                 "https://blog.example/2019/05/night-ferry/2/", PageRole::continuation));
    CHECK(wanted(page).empty());
    const std::string text = extracted(std::move(page));
    CHECK(text.starts_with("The ferry left"));
    CHECK(text.ends_with("goes on."));
}

TEST_CASE("extract: comment pages are wanted until all are there") {
    const std::string comments =
        "<div id=comments><h2>9 comments</h2><ol><li class=comment id=comment-9><cite class=fn>Ann</cite>"
        "<div class=comment-content>Hello.</div></li></ol><div class=nav-previous><a "
        "href='/2019/05/night-ferry/comment-page-2/#comments'>Older</a></div></div>";
    Page page = page_of(part_of(post_page(prose, comments)));
    REQUIRE(wanted(page).size() == 2);
    for (const WantedPage& wish : wanted(page))
        page.parts.push_back(part_of(post_page(prose), wish.url.text(), wish.role));
    CHECK(wanted(page).empty());
}

TEST_CASE("extract: comments that the blog counts but does not show are reported") {
    const std::string comments =
        "<div id=comments><h2>3 comments</h2><ol><li class=comment id=comment-9><cite class=fn>Ann</cite>"
        "<div class=comment-content>Hello.</div></li></ol></div>";
    Report report;
    const Page page = page_of(part_of(post_page(prose, comments)));
    const Result<Post> post = extract_post({}, page, report);
    REQUIRE(post);
    CHECK(post->comments_declared == 3);
    CHECK(post->comments.size() == 1);
    CHECK(report.count(IssueCode::comments_incomplete) == 1);
}

TEST_CASE("extract: an API fills in what a theme leaves out of its comments") {
    Page page = page_of(part_of(post_page(
        prose,
        "<ol class=comment-list><li id=comment-7 class='comment depth-1'><article class=comment-body><b "
        "class=fn>Ann</b>"
        "<time datetime='2019-05-02T08:00:00+02:00'>2 May</time><div class=comment-content><p>Which pier?</p></div>"
        "</article></li><li id=comment-8 class='comment depth-1'><article class=comment-body><b class=fn>Bo</b>"
        "<time datetime='2019-05-03T08:00:00+02:00'>3 May</time><div class=comment-content><p>The old one.</p></div>"
        "</article></li><li id=comment-9 class='pingback depth-1'><div class=comment-body>Pingback: "
        "<a class=url href='https://tides.example/'>Tides</a></div></li></ol>")));
    page.told_comments = {{"7", {}, parse_date("2019-05-02T09:00:00+02:00")},
                          {"8", "7", {}},
                          {"9", {}, parse_date("2019-05-04T06:30:00+02:00"), "<p>High water.</p>"}};
    Report report;
    const Result<Post> post = extract_post({}, page, report);
    REQUIRE(post);
    REQUIRE(post->comments.size() == 3);
    CHECK(rfc3339(*post->comments[0].published) == "2019-05-02T08:00:00+02:00");
    CHECK(post->comments[1].parent == "7");
    REQUIRE(post->comments[2].published);
    CHECK(rfc3339(*post->comments[2].published) == "2019-05-04T06:30:00+02:00");
    CHECK(markup::collapsed_text(post->comments[2].body.root()) == "High water.");
}

TEST_CASE("extract: the feed of comments is wanted for links from other sites only") {
    const std::string head =
        "<html><head><link rel=alternate type='application/rss+xml' href='/feed/'>"
        "<link rel=alternate type='application/rss+xml' href='/2019/05/night-ferry/feed/'></head><body>";
    const std::string ping = "<ol><li id=comment-9 class=pingback>Pingback: Tides</li></ol>";
    CHECK_FALSE(comment_feed(page_of(part_of(head + "<ol><li id=comment-9 class=comment>Fog.</li></ol>"))));
    CHECK_FALSE(comment_feed(page_of(part_of(ping))));
    Page page = page_of(part_of(head + ping));
    REQUIRE(comment_feed(page));
    CHECK(comment_feed(page)->text() == "https://blog.example/2019/05/night-ferry/feed/");
    page.told_comments = {{"9", {}, parse_date("2019-05-04T06:30:00Z")}};
    CHECK_FALSE(comment_feed(page));
}

TEST_CASE("extract: kinds of pages are told apart") {
    const std::string teaser =
        "<article class=post><h2><a href='/a/'>One</a></h2><p>The first words of a post about ferries and "
        "bridges.</p></article>";
    const std::string card =
        "<article class=post-card><a href='/b/'><header><h2>Two</h2></header><p>The first words of a "
        "post about bridges.</p></a></article>";
    std::string teasers, much;
    for (int i = 0; i < 12; ++i)
        teasers += "<div><h3><a href='/a/'>One</a></h3><p>The first words of a post.</p></div>";
    for (int i = 0; i < 6; ++i) much += prose;
    struct Case {
        std::string_view name;
        std::string html;
        PageKind expected;
    };
    const Case cases[] = {
        {"a post with many teasers below its text", "<body><div><h1>The ferry</h1>" + much + teasers + "</div>",
         PageKind::post},
        {"a greeting above many teasers",
         "<body><div><h1>Slow Blog</h1>" + std::string(prose) + teasers + teasers + "</div>", PageKind::listing},
        {"post", post_page(prose), PageKind::post},
        {"teasers", "<body class=blog>" + teaser + teaser, PageKind::listing},
        {"cards that are links", "<body class=home-template>" + card + card, PageKind::listing},
        {"teasers without any class", "<body>" + teaser + teaser + teaser, PageKind::listing},
        {"password",
         post_page("<form class=post-password-form><p>This content is protected.</p><input type=password></form>"),
         PageKind::login},
        {"a login in a menu",
         "<header><form><input type=password></form></header>" + post_page(std::string(prose) + std::string(prose)),
         PageKind::post},
        {"only a login, in a box", "<div class=login-modal><form><input type=password></form></div>", PageKind::login},
        {"bot check", "<title>Just a moment...</title><body><p>Enable JavaScript and cookies to continue</p>",
         PageKind::login},
        {"soft 404", "<title>Page not found – Slow Blog</title><body><h1>Oops</h1><p>Sorry.</p>", PageKind::error},
        {"post about a page that was not found",
         post_page("<h1>404: the room not found</h1>" + std::string(prose) + std::string(prose) + std::string(prose) +
                   std::string(prose)),
         PageKind::post},
        {"empty", "", PageKind::other},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(page_kind(part_of(c.html)) == c.expected);
    }
}

TEST_CASE("extract: what is no post is refused with a reason") {
    CHECK(extracted(page_of(part_of("<body><nav>Menu</nav>"))).ends_with("there is no post in the page"));
    CHECK(extracted(page_of(part_of(
                        post_page("<p>Protected.</p><form class=post-password-form><input type=password></form>"))))
              .ends_with("the page asks for a login or a password"));
}

TEST_CASE("extract: relative addresses are made absolute where the page is not the post") {
    Page page = page_of(
        part_of("<base href='https://cdn.example/x/'>" +
                post_page(std::string(prose) + "<p><a href='b'>b</a><img "
                                               "src='c.jpg' srcset='c.jpg 1x, d.jpg 2x'><a href='#n'>1</a></p>")));
    Report report;
    const Result<Post> post = extract_post({}, page, report);
    REQUIRE(post);
    const std::string html = markup::inner_xhtml(post->body.root());
    CHECK(html.find("href=\"https://cdn.example/x/b\"") != std::string::npos);
    CHECK(html.find("https://cdn.example/x/c.jpg 1x, https://cdn.example/x/d.jpg 2x") != std::string::npos);
    CHECK(html.find("href=\"#n\"") != std::string::npos);
}

TEST_CASE("extract: versions of a picture are one picture") {
    CHECK(picture_name("https://a.example/IMG_2041-1024x768.jpg?w=300") == "img_2041.jpg");
    CHECK(picture_name("/IMG_2041-scaled.jpg") == "img_2041.jpg");
    CHECK(picture_name("/night-ferry.jpg") == "night-ferry.jpg");
}

TEST_CASE("extract: lines nobody wrote are known in many languages") {
    for (const std::string_view line : {"Share this:", "Gefällt mir:", "Loading...",
                                        "The post Night Ferry appeared first on Slow "
                                        "Blog.",
                                        "Continue reading “Night Ferry”", "Cargando..."}) {
        CAPTURE(line);
        CHECK(is_furniture_line(line));
    }
    for (const std::string_view line :
         {"Share this table with friends.", "The post office was closed.", "Related to the mayor"}) {
        CAPTURE(line);
        CHECK_FALSE(is_furniture_line(line));
    }
}

}  // namespace blogbind::extract
