#include <doctest/doctest.h>

#include "extract/extract.h"
#include "markup/html_parser.h"
#include "sample_page.h"

namespace blogbind::extract {

namespace {

Page given_page(std::string_view content) {
    Page page;
    page.given = std::make_unique<Given>();
    page.given->title = "Night Ferry";
    page.given->content = std::move(markup::parse_fragment(content)->body);
    return page;
}

Comment comment(std::string id, std::string_view published) {
    Comment told;
    told.id = std::move(id);
    told.author = "Ilse";
    told.published = parse_date(published);
    told.body = std::move(markup::parse_fragment("<p>Foggy.</p>")->body);
    return told;
}

Entry listed() {
    Entry entry;
    entry.permalink = address("https://blog.example/2019/05/night-ferry/");
    return entry;
}

}  // namespace

TEST_CASE("given post: its fields are the post's, its comments a conversation, its furniture is gone") {
    Page page = given_page("<p>The ferry left.</p><div class=sharedaddy><p>Share this</p></div>");
    page.given->authors = {"Mara"};
    page.given->published = parse_date("2019-05-01T08:00:00+02:00");
    page.given->sha256 = "digest";
    page.given->comments.push_back(comment("8", "2019-05-03"));
    page.given->comments.push_back(comment("7", "2019-05-02"));
    page.given->comments.front().parent = "7";
    Report report;
    const Result<Post> post = extract_post(listed(), page, report);
    REQUIRE(post);
    CHECK(post->title == "Night Ferry");
    CHECK(post->authors == std::vector<std::string>{"Mara"});
    CHECK(rfc3339(*post->published) == "2019-05-01T08:00:00+02:00");
    CHECK(post->sha256 == "digest");
    CHECK(markup::collapsed_text(post->body.root()) == "The ferry left.");
    REQUIRE(post->comments.size() == 2);
    CHECK(post->comments[0].id == "7");
    CHECK(post->comments[1].parent == "7");
    CHECK(report.issues().empty());
}

TEST_CASE("given post: a post without a word is one, and without a title it has its date") {
    Page page = given_page("<p> </p>");
    page.given->title.clear();
    page.given->published = parse_date("2019-05-01T08:00:00Z");
    Report report;
    const Result<Post> post = extract_post(listed(), page, report);
    REQUIRE(post);
    CHECK(post->title == "2019-05-01");
    CHECK(post->body.is_empty());
}

TEST_CASE("given post: comments that are counted, but not given, are reported") {
    Page page = given_page("<p>The ferry left.</p>");
    page.given->comments.push_back(comment("7", "2019-05-02"));
    page.given->comments_declared = 3;
    Report report;
    const Result<Post> post = extract_post(listed(), page, report);
    REQUIRE(post);
    CHECK(post->comments_declared == 3);
    CHECK(report.count(IssueCode::comments_incomplete) == 1);
}

TEST_CASE("given post: an excerpt fills in what the page lacks, and changes nothing else") {
    Page page =
        page_of(part_of("<html><body class='single'><article class='post hentry'><h1 class=entry-title>Ferry "
                        "by night</h1><div class=entry-content>" +
                        std::string(prose) + "</div></article>"));
    page.given = std::make_unique<Given>();
    page.given->extent = Extent::excerpt;
    page.given->title = "Night Ferry";
    page.given->tags = {"Boats"};
    page.given->published = parse_date("2019-05-01T08:00:00+02:00");
    page.given->comments.push_back(comment("7", "2019-05-02"));
    Report report;
    const Result<Post> post = extract_post(listed(), page, report);
    REQUIRE(post);
    CHECK(post->title == "Ferry by night");
    CHECK(post->tags == std::vector<std::string>{"Boats"});
    CHECK(rfc3339(*post->published) == "2019-05-01T08:00:00+02:00");
    CHECK(post->comments.size() == 1);
    CHECK(markup::collapsed_text(post->body.root()).starts_with("The ferry left at midnight"));
}

}  // namespace blogbind::extract
