// Blogs at Blogger and WordPress.com, read from the hosts' interfaces.
#include "live_blog.h"

using namespace blogbind;
using namespace blogbind::tests;

namespace {

// --- Blogger -----------------------------------------------------------------------------------------------------

constexpr std::string_view blogger_home =
    "<!DOCTYPE html><meta name=generator content=blogger><title>Harbour</title>"
    "<div class='post hentry'><h3 class=post-title><a href='/2020/01/p2.html'>P2</a></h3><div class=post-body>Fog "
    "again.</div></div><div class='post hentry'><h3 class=post-title><a href='/2020/01/p1.html'>P1</a></h3>"
    "<div class=post-body>Rain again.</div></div>";

std::string blogger_post(int number, int comments) {
    return fmt::format(
        R"({{"id":{{"$t":"tag:blogger.com,1999:blog-1.post-{0}"}},"published":{{"$t":"2020-01-0{0}T10:00:00+01:00"}},"updated":{{"$t":"2020-02-01T10:00:00+01:00"}},"category":[{{"term":"fog"}}],"title":{{"$t":"P{0}"}},"content":{{"$t":"<p>Text {0}<\/p>"}},"link":[{{"rel":"replies","href":"x"}},{{"rel":"alternate","href":"https://harbour.example/2020/01/p{0}.html"}}],"author":[{{"name":{{"$t":"Juno"}},"uri":{{"$t":"https://www.blogger.com/profile/9"}}}}],"thr$total":{{"$t":"{1}"}}}})",
        number, comments);
}

std::string blogger_comment(int id, std::string_view author, std::string_view profile, std::string_view answered) {
    return fmt::format(
        R"({{"id":{{"$t":"tag:blogger.com,1999:blog-1.post-{0}"}},"published":{{"$t":"2020-01-05T1{0}:00:00Z"}},"content":{{"$t":"Words {0}"}},"author":[{{"name":{{"$t":"{1}"}},"uri":{{"$t":"{2}"}}}}],"link":[{{"rel":"related","href":"{3}"}}]}})",
        id, author, profile, answered);
}

std::string blogger_answer(const std::string& entries) {
    return R"({"version":"1.0","feed":{"title":{"$t":"Harbour &amp; Sea"},"link":[{"rel":"alternate","href":"https://harbour.example/"}])" +
           (entries.empty() ? std::string() : ",\"entry\":[" + entries + "]") + "}}";
}

std::string blogger_address(std::string_view list, int start, int count) {
    return fmt::format("{}feeds/{}?alt=json&v=2&orderby=published&start-index={}&max-results={}", home, list, start,
                       count);
}

void answer_blogger(tests::FakeFetcher& fetcher) {
    fetcher.page(home, std::string(blogger_home));
    answer(fetcher, home + "feeds/posts/default?alt=json&max-results=1", blogger_answer(blogger_post(3, 0)));
    answer(fetcher, blogger_address("posts/default", 1, 150),
           blogger_answer(blogger_post(3, 0) + "," + blogger_post(2, 2)));
    answer(fetcher, blogger_address("posts/default", 3, 150), blogger_answer(blogger_post(1, 1)));
    answer(fetcher, blogger_address("posts/default", 4, 150), blogger_answer(""));
}

// --- WordPress.com -----------------------------------------------------------------------------------------------

const std::string wordpress_com = "https://public-api.wordpress.com/rest/v1.1/sites/harbour.example";

std::string wordpress_com_post(int number, int comments) {
    return fmt::format(
        R"({{"ID":{0},"author":{{"ID":9,"name":"Juno"}},"date":"2020-01-0{0}T10:00:00+01:00","title":"P{0} &#8211; on","URL":"https://harbour.example/p{0}/","short_URL":"https://wp.me/x{0}","content":"<p>Text {0}<\/p>","password":"","categories":{{"fog":{{}},"Uncategorized":{{}}}},"tags":{{"sea":{{}}}},"discussion":{{"comments_open":false,"comment_count":{1}}}}})",
        number, comments);
}

std::string wordpress_com_list(std::string_view list, int start, int count) {
    return fmt::format("{}/{}?number={}&offset={}&order=ASC", wordpress_com, list, count, start);
}

void answer_wordpress_com(tests::FakeFetcher& fetcher) {
    fetcher.page(home, "<!DOCTYPE html><meta name=generator content='WordPress.com'><p>Home");
    answer(fetcher, wordpress_com, R"({"ID":1,"name":"Harbour","URL":"https://harbour.example","lang":"en"})");
}

}  // namespace

TEST_CASE("Blogger: all posts come from the feed, a batch after the other, where its home page is named") {
    tests::FakeFetcher fetcher;
    answer_blogger(fetcher);
    Report report;
    const auto listing = listed(fetcher, SourceKind::web_page, report);
    CHECK(titles(listing) == "P1|P2|P3|");
    REQUIRE(listing);
    CHECK(listing->title == "Harbour & Sea");
    CHECK(listing->entries[0].reason == "listed by the blog’s Blogger feed, which tells more than its pages");
    CHECK(report.issues().empty());
    const Given given = given_of(listing, 0, report);
    CHECK(given.authors == std::vector<std::string>{"Juno"});
    CHECK(given.tags == std::vector<std::string>{"fog"});
    CHECK(rfc3339(*given.published) == "2020-01-01T10:00:00+01:00");
    CHECK(markup::collapsed_text(given.content.root()) == "Text 1");
}

TEST_CASE("Blogger: comments come with what they answer, all or none") {
    tests::FakeFetcher fetcher;
    answer_blogger(fetcher);
    const std::string answered = home + "feeds/1/2/comments/default/7?v=2";
    answer(fetcher, blogger_address("2/comments/default", 1, 200),
           blogger_answer(blogger_comment(7, "Ann", "https://ann.example/", "") + "," +
                          blogger_comment(8, "Juno", "https://www.blogger.com/profile/9", answered)));
    answer(fetcher, blogger_address("2/comments/default", 3, 200), blogger_answer(""));
    for (const int count : {200, 40, 8, 1}) answer(fetcher, blogger_address("1/comments/default", 1, count), "", 500);
    Report report;
    const auto listing = listed(fetcher, SourceKind::blogger_feed, report);
    CHECK(told(given_of(listing, 1, report)) == "7< Ann: Words 7\n8<7 Juno*: Words 8\n");
    const Given none = given_of(listing, 0, report);
    CHECK(none.comments.empty());
    CHECK(none.comments_declared == 1);  // so that the page is asked for
    CHECK(given_of(listing, 2, report).comments_declared == 0);
}

TEST_CASE("Blogger: a post over which the feed fails costs no other") {
    tests::FakeFetcher fetcher;
    answer_blogger(fetcher);
    answer(fetcher, blogger_address("posts/default", 1, 150), "", 500);
    answer(fetcher, blogger_address("posts/default", 1, 30), "", 500);
    answer(fetcher, blogger_address("posts/default", 1, 6), "", 500);
    answer(fetcher, blogger_address("posts/default", 1, 1), blogger_answer(blogger_post(3, 0)));
    answer(fetcher, blogger_address("posts/default", 2, 1), "", 500);
    answer(fetcher, blogger_address("posts/default", 3, 1), blogger_answer(blogger_post(1, 0)));
    answer(fetcher, blogger_address("posts/default", 4, 1), blogger_answer(""));
    Report report;
    CHECK(titles(listed(fetcher, SourceKind::blogger_feed, report)) == "P1|P3|");
    REQUIRE(report.issues().size() == 1);
    CHECK(report.issues().front().code == IssueCode::listing_incomplete);
    CHECK(report.issues().front().where == blogger_address("posts/default", 2, 1));
}

TEST_CASE("Blogger: the pages are read where the feed has fewer posts than they") {
    tests::FakeFetcher fetcher;
    fetcher.page(home, std::string(blogger_home));
    answer(fetcher, home + "feeds/posts/default?alt=json&max-results=1", blogger_answer(blogger_post(3, 0)));
    answer(fetcher, blogger_address("posts/default", 1, 150), blogger_answer(blogger_post(3, 0)));
    Report report;
    const auto listing = listed(fetcher, SourceKind::web_page, report);
    CHECK(titles(listing) == "P1|P2|");
}

TEST_CASE("Blogger: the page of a label is its posts, that of a month is read as it stands") {
    tests::FakeFetcher fetcher;
    answer_blogger(fetcher);
    fetcher.page(home + "2020/01/", std::string(blogger_home));
    fetcher.page(home + "search/label/sea", std::string(blogger_home));
    answer(fetcher, home + "feeds/posts/default/-/sea?alt=json&max-results=1", blogger_answer(blogger_post(3, 0)));
    answer(fetcher, blogger_address("posts/default/-/sea", 1, 150),
           blogger_answer(blogger_post(3, 0) + "," + blogger_post(2, 0)));
    answer(fetcher, blogger_address("posts/default/-/sea", 3, 150), blogger_answer(""));
    Report report;
    CHECK(titles(listed(fetcher, SourceKind::web_page, report, {}, home + "2020/01/")) == "P1|P2|");
    CHECK(titles(listed(fetcher, SourceKind::web_page, report, {}, home + "search/label/sea")) == "P2|P3|");
}

TEST_CASE("WordPress.com: comments come with likes, links and threads of any depth") {
    tests::FakeFetcher fetcher;
    answer_wordpress_com(fetcher);
    answer(fetcher, wordpress_com_list("posts/", 0, 100), R"({"found":2,"posts":[)" + wordpress_com_post(1, 3) + "]}");
    answer(fetcher, wordpress_com_list("posts/", 1, 100), R"({"found":2,"posts":[)" + wordpress_com_post(2, 0) + "]}");
    answer(
        fetcher, wordpress_com_list("posts/1/replies/", 0, 100),
        R"({"found":3,"comments":[{"ID":7,"parent":false,"author":{"ID":8,"name":"Ann","URL":"https://ann.example"},"date":"2020-01-02T10:00:00+01:00","content":"<p>Cold?</p>","type":"comment","like_count":2},{"ID":8,"parent":{"ID":7},"author":{"ID":9,"name":"Juno"},"content":"<p>Yes.</p>","type":"comment","like_count":0}]})");
    answer(
        fetcher, wordpress_com_list("posts/1/replies/", 2, 100),
        R"({"found":3,"comments":[{"ID":9,"parent":false,"author":{"ID":0,"name":"Elsewhere"},"content":"…","type":"pingback"}]})");
    Report report;
    const auto listing = listed(fetcher, SourceKind::web_page, report);
    CHECK(titles(listing) == "P1 – on|P2 – on|");
    const Given given = given_of(listing, 0, report);
    CHECK(told(given) == "7< Ann: Cold? (2)\n8<7 Juno*: Yes. (0)\n9< Elsewhere: …\n");
    CHECK(given.comments[2].kind == CommentKind::pingback);
    CHECK(given.tags == std::vector<std::string>{"fog", "sea"});
    CHECK(given.comments_closed);
    CHECK(fetcher.count(wordpress_com_list("posts/1/replies/", 3, 100)) == 0);  // all that there are have come
    CHECK(report.issues().empty());
}

TEST_CASE("WordPress.com: nothing is asked for comments that nobody wants") {
    tests::FakeFetcher fetcher;
    answer_wordpress_com(fetcher);
    answer(fetcher, wordpress_com_list("posts/", 0, 100), R"({"found":1,"posts":[)" + wordpress_com_post(1, 3) + "]}");
    Report report;
    DiscoverOptions options;
    options.wants_comments = false;
    const auto listing = listed(fetcher, SourceKind::wordpress_com, report, options);
    CHECK(given_of(listing, 0, report).comments.empty());
    CHECK(fetcher.count(wordpress_com_list("posts/1/replies/", 0, 100)) == 0);
}

TEST_CASE("WordPress.com: a batch that fails is asked for in pieces") {
    tests::FakeFetcher fetcher;
    answer_wordpress_com(fetcher);
    answer(fetcher, wordpress_com_list("posts/", 0, 100), "", 500);
    answer(fetcher, wordpress_com_list("posts/", 0, 20), R"({"posts":[)" + wordpress_com_post(1, 0) + "]}");
    answer(fetcher, wordpress_com_list("posts/", 1, 20), R"({"posts":[]})");
    Report report;
    CHECK(titles(listed(fetcher, SourceKind::wordpress_com, report)) == "P1 – on|");
    CHECK(report.issues().empty());
}
