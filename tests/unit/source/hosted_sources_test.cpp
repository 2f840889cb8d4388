// Blogs at Substack, Tumblr, Squarespace and of Ghost, read from the hosts' interfaces.
#include "live_blog.h"

using namespace blogbind;
using namespace blogbind::tests;

namespace {

void answer_substack(tests::FakeFetcher& fetcher) {
    fetcher.page(home, "<!DOCTYPE html><script>window._preloads = JSON.parse('{}')</script><p>Home");
    const auto archived = [](int number) {
        return fmt::format(
            R"({{"id":{0},"slug":"p{0}","title":"P{0}","post_date":"2020-01-0{0}T10:00:00.000Z","canonical_url":"https://harbour.example/p/p{0}","comment_count":5,"publication_id":1,"publishedBylines":[{{"publicationUsers":[{{"publication":{{"id":1,"name":"Harbour letters"}}}}]}}]}})",
            number);
    };
    const auto archive = [](int offset) {
        return fmt::format("{}api/v1/archive?sort=new&search=&offset={}&limit=12", home, offset);
    };
    answer(fetcher, archive(0), "[" + archived(3) + "," + archived(2) + "]");
    answer(fetcher, archive(2), "[" + archived(1) + "]");
    answer(fetcher, archive(3), "[]");
    answer(
        fetcher, home + "api/v1/posts/p1",
        R"({"id":1,"title":"P1","subtitle":"Below","audience":"everyone","body_html":"<p>Text 1</p>","comment_count":3,"post_date":"2020-01-01T10:00:00.000Z","canonical_url":"https://harbour.example/p/p1","publishedBylines":[{"id":9,"name":"Juno"}]})");
    answer(
        fetcher, home + "api/v1/posts/p2",
        R"({"id":2,"title":"P2","audience":"only_paid","body_html":null,"canonical_url":"https://harbour.example/p/p2"})");
    answer(
        fetcher, home + "api/v1/post/1/comments?all_comments=true&sort=oldest_first",
        R"({"comments":[{"id":70,"user_id":8,"name":"Ann","date":"2020-01-02T10:00:00.000Z","body":"Cold?\n\n2 < 3","reaction_count":4,"children":[{"id":71,"user_id":9,"name":"Juno","body":"Yes.","children":[]}]},{"id":72,"user_id":7,"name":"Bo","body":null,"deleted":true,"children":[]}]})");
}

std::string tumblr_post(int number, std::string_view fields) {
    return fmt::format(
        R"({{"id":"{0}","url":"https://harbour.example/post/{0}","url-with-slug":"https://harbour.example/post/{0}/fog","date":"Wed, 01 Jan 2020 0{0}:00:00","unix-timestamp":{2},"tags":["fog"],{1}}})",
        number, fields, 1577862000 + 3600 * number);
}

std::string tumblr_answer(const std::string& posts) {
    return R"(var tumblr_api_read = {"tumblelog":{"title":"Harbour"},"posts-total":"4","posts":[)" + posts + "]};\n";
}

std::string tumblr_address(int start, int count) {
    return fmt::format("{}api/read/json?start={}&num={}", home, start, count);
}

std::string squarespace_page(std::string_view items, std::string_view next) {
    return fmt::format(
        R"({{"website":{{"siteTitle":"Harbour"}},"collection":{{"title":"Blog"}},"items":[{}],"pagination":{{"nextPageUrl":"{}"}}}})",
        items, next);
}

std::string squarespace_post(int number, int comments) {
    return fmt::format(
        R"({{"id":"a{0}","title":"P{0}","fullUrl":"/blog/p{0}","publishOn":157786{0}000000,"author":{{"displayName":"Juno"}},"categories":["sea"],"tags":["fog"],"body":"<p>Text {0}<\/p>","publicCommentCount":{1}}})",
        number, comments);
}

std::string ghost_post(int number) {
    return fmt::format(
        R"({{"id":"g{0}","title":"P{0}","url":"https://harbour.example/p{0}/","html":"<p>Text {0}<\/p>","published_at":"2020-01-0{0}T10:00:00.000+01:00","authors":[{{"name":"Juno"}}],"tags":[{{"name":"fog"}},{{"name":"#own"}}],"access":true}})",
        number);
}

void answer_ghost(tests::FakeFetcher& fetcher) {
    fetcher.page(home,
                 "<!DOCTYPE html><meta name=generator content='Ghost 5.9'><link rel=alternate "
                 "type=application/rss+xml href='/rss/'><p>Home");
    fetcher.answer(home + "rss/",
                   {"<?xml version='1.0'?><rss version='2.0'><channel><title>Harbour</title><item><title>P2</title>"
                    "<link>https://harbour.example/p2/</link><description>Text</description></item></channel></rss>",
                    200,
                    {},
                    "application/rss+xml"});
}

}  // namespace

TEST_CASE("Substack: the archive names the posts, each is asked for with its comments") {
    tests::FakeFetcher fetcher;
    answer_substack(fetcher);
    Report report;
    const auto listing = listed(fetcher, SourceKind::web_page, report);
    CHECK(titles(listing) == "P1|P2|P3|");
    REQUIRE(listing);
    CHECK(listing->title == "Harbour letters");
    const Given given = given_of(listing, 0, report);
    CHECK(given.subtitle == "Below");
    CHECK(markup::collapsed_text(given.content.root()) == "Text 1");
    CHECK(told(given) == "70< Ann: Cold? 2 < 3 (4)\n71<70 Juno*: Yes.\n72< Bo: \n");
    CHECK(given.comments[2].removed);
    CHECK(report.issues().empty());
    const auto closed = listing->entries[1].given(report);
    REQUIRE_FALSE(closed);
    CHECK(closed.error().message == "https://harbour.example/p/p2 is for subscribers only");
    const Given failed = given_of(listing, 2, report);  // the interface fails: the page is asked
    CHECK(failed.extent == Extent::excerpt);
    CHECK(failed.comments_declared == 5);
}

TEST_CASE("Substack: what only subscribers may read to its end is told") {
    struct Case {
        std::string_view name, fields;
        bool is_told;
    };
    const Case cases[] = {
        {"for everyone", R"("audience":"everyone","wordcount":900)", false},
        {"for subscribers, cut", R"("audience":"only_paid","wordcount":900)", true},
        {"for subscribers, of unknown length", R"("audience":"founding")", true},
        {"whole, as the user subscribes", R"("audience":"only_paid","wordcount":3)", false},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        tests::FakeFetcher fetcher;
        answer_substack(fetcher);
        answer(fetcher, home + "api/v1/posts/p2",
               fmt::format(R"({{"title":"P2","canonical_url":"{}p/p2","body_html":"<p>The first words</p>",{}}})", home,
                           c.fields));
        Report report;
        CHECK(
            markup::collapsed_text(given_of(listed(fetcher, SourceKind::substack, report), 1, report).content.root()) ==
            "The first words");
        REQUIRE(report.issues().size() == (c.is_told ? 1 : 0));
        if (c.is_told)
            CHECK(issue_message(report.issues().front()) ==
                  "https://harbour.example/p/p2: the rest is for subscribers only; what all may read was kept");
    }
}

TEST_CASE("Substack: a piece of the archive that fails costs what is in it, no more") {
    tests::FakeFetcher fetcher;
    answer_substack(fetcher);
    const auto archive = [](int offset, int limit) {
        return fmt::format("{}api/v1/archive?sort=new&search=&offset={}&limit={}", home, offset, limit);
    };
    for (const int limit : {12, 2, 1}) answer(fetcher, archive(2, limit), "", 500);
    answer(fetcher, archive(3, 1), "[]");
    Report report;
    CHECK(titles(listed(fetcher, SourceKind::substack, report)) == "P2|P3|");
    CHECK(report.count(IssueCode::listing_incomplete) == 1);
}

TEST_CASE("Tumblr: each kind of post becomes a text") {
    tests::FakeFetcher fetcher;
    fetcher.page(home, "<!DOCTYPE html><script src='https://assets.tumblr.com/x.js'></script><p>Home");
    answer(fetcher, tumblr_address(0, 1), tumblr_answer(""));
    answer(
        fetcher, tumblr_address(0, 50),
        tumblr_answer(tumblr_post(4, R"("type":"answer","question":"Cold?","answer":"<p>Yes.</p>")") + "," +
                      tumblr_post(3, R"("type":"link","link-text":"Tides & co","link-url":"https://tides.example/")")));
    answer(
        fetcher, tumblr_address(2, 50),
        tumblr_answer(
            tumblr_post(
                2,
                R"("type":"photo","photo-caption":"<p>Fog.</p>","photo-url-500":"https://64.media.tumblr.com/a_500.jpg","photo-url-1280":"https://64.media.tumblr.com/a_1280.jpg","photos":[])") +
            "," + tumblr_post(1, R"("type":"regular","regular-title":"P1","regular-body":"<p>Text 1</p>")")));
    answer(fetcher, tumblr_address(4, 50), tumblr_answer(""));
    Report report;
    const auto listing = listed(fetcher, SourceKind::web_page, report);
    CHECK(titles(listing) == "P1||Tides & co||");
    const Given first = given_of(listing, 0, report), photo = given_of(listing, 1, report);
    CHECK(rfc3339(*first.published) == "2020-01-01T01:00:00-07:00");
    CHECK(first.comments_declared == 0);
    CHECK(markup::collapsed_text(first.content.root()) == "Text 1");
    const markup::Element* picture = markup::first_descendant(photo.content.root(), "img");
    REQUIRE(picture != nullptr);
    CHECK(markup::attribute(*picture, "src") == "https://64.media.tumblr.com/a_1280.jpg");
    CHECK(markup::collapsed_text(photo.content.root()) == "Fog.");
    CHECK(markup::collapsed_text(given_of(listing, 2, report).content.root()) == "Tides & co");
    CHECK(markup::collapsed_text(given_of(listing, 3, report).content.root()) == "Cold? Yes.");
    CHECK(report.issues().empty());
}

TEST_CASE("Tumblr: a batch that fails is asked for in pieces") {
    tests::FakeFetcher fetcher;
    fetcher.page(home, "<!DOCTYPE html><script src='https://assets.tumblr.com/x.js'></script><p>Home");
    answer(fetcher, tumblr_address(0, 1), tumblr_answer(""));
    for (const int count : {50, 10}) answer(fetcher, tumblr_address(0, count), "", 500);
    answer(fetcher, tumblr_address(0, 2),
           tumblr_answer(tumblr_post(1, R"("type":"regular","regular-title":"P1","regular-body":"Text")")));
    answer(fetcher, tumblr_address(1, 2), tumblr_answer(""));
    Report report;
    CHECK(titles(listed(fetcher, SourceKind::tumblr, report)) == "P1|");
    CHECK(report.issues().empty());
}

TEST_CASE("Squarespace: pages as data, each with the next, and their comments") {
    tests::FakeFetcher fetcher;
    fetcher.page(home, "<!DOCTYPE html><script>Static.SQUARESPACE_CONTEXT = {};</script><p>Home");
    answer(fetcher, home + "?format=json",
           squarespace_page(squarespace_post(3, 0) + "," + squarespace_post(2, 2), "/?offset=1577862"));
    answer(fetcher, home + "?offset=1577862&format=json", squarespace_page(squarespace_post(1, 0), "/?offset=9"));
    const auto comments = [](int page) {
        return fmt::format("{}api/comment/GetComments?targetId=a2&targetType=1&page={}&sortBy=2", home, page);
    };
    answer(
        fetcher, comments(1),
        R"({"comments":[{"id":"c1","author":{"displayName":"Ann"},"body":"<p>Cold?</p>","likeCount":3,"addedOn":1577900000000}]})");
    answer(
        fetcher, comments(2),
        R"({"comments":[{"id":"c2","parentId":"c1","memberName":"Juno","body":"<p>Yes.</p>","addedOn":1577900060000}]})");
    Report report;
    const auto listing = listed(fetcher, SourceKind::web_page, report);
    CHECK(titles(listing) == "P1|P2|P3|");
    REQUIRE(listing);
    CHECK(listing->entries[1].permalink->text() == home + "blog/p2");
    const Given given = given_of(listing, 1, report);
    CHECK(told(given) == "c1< Ann: Cold? (3)\nc2<c1 Juno: Yes.\n");
    CHECK(given.tags == std::vector<std::string>{"sea", "fog"});
    CHECK(rfc3339(*given.published) == "2020-01-01T07:00:00Z");
    CHECK(report.count(IssueCode::listing_incomplete) == 1);  // the page that it names last is not there
}

TEST_CASE("Squarespace: the page of a category is its posts") {
    tests::FakeFetcher fetcher;
    const std::string page = home + "blog?category=sea";
    fetcher.page(page, "<!DOCTYPE html><script>Static.SQUARESPACE_CONTEXT = {};</script><p>Sea");
    answer(fetcher, page + "&format=json", squarespace_page(squarespace_post(2, 0), ""));
    Report report;
    CHECK(titles(listed(fetcher, SourceKind::web_page, report, {}, page)) == "P2|");
    CHECK(report.issues().empty());
}

TEST_CASE("Ghost: with its key all posts come from the API, with their comments") {
    tests::FakeFetcher fetcher;
    answer_ghost(fetcher);
    const std::string list = home + "ghost/api/content/posts/?key=k1&include=authors,tags&formats=html";
    answer(fetcher, list + "&limit=100&page=1", "", 500);
    answer(fetcher, list + "&limit=20&page=1", R"({"posts":[)" + ghost_post(2) + "," + ghost_post(1) + "]}");
    answer(fetcher, list + "&limit=20&page=2", R"({"posts":[]})");
    const std::string comments = home + "members/api/comments/";
    answer(
        fetcher, comments + "post/g1/?limit=100&page=1",
        R"({"comments":[{"id":"c1","html":"<p>Cold?</p>","created_at":"2020-01-02T10:00:00.000Z","status":"published","member":{"name":"Ann"},"count":{"likes":1,"replies":2},"replies":[{"id":"c2","html":"<p>Yes.</p>","member":{"name":"Juno"},"count":{"likes":0}}]}]})");
    answer(
        fetcher, comments + "c1/replies/?limit=100&page=1",
        R"({"comments":[{"id":"c2","html":"<p>Yes.</p>","member":{"name":"Juno"}},{"id":"c3","html":"<p>Very.</p>","member":{"name":"Bo"}}]})");
    Report report;
    DiscoverOptions options;
    options.ghost_key = "k1";
    const auto listing = listed(fetcher, SourceKind::ghost, report, options);
    CHECK(titles(listing) == "P1|P2|");
    const Given given = given_of(listing, 0, report);
    CHECK(told(given) == "c1< Ann: Cold? (1)\nc2<c1 Juno: Yes. (0)\nc3<c1 Bo: Very.\n");
    CHECK(given.comments_declared == 3);
    CHECK(given.tags == std::vector<std::string>{"fog"});
    CHECK_FALSE(given_of(listing, 1, report).comments_declared);  // for members only, or none: its page may tell
    CHECK(report.issues().empty());
}

TEST_CASE("Ghost: what is for members ends where all may read, or is left out") {
    tests::FakeFetcher fetcher;
    answer_ghost(fetcher);
    const std::string list = home + "ghost/api/content/posts/?key=k1&include=authors,tags&formats=html&limit=100&page=";
    std::string cut = ghost_post(2), closed = ghost_post(1);
    for (std::string* post : {&cut, &closed}) *post = replaced(*post, R"("access":true)", R"("access":false)");
    answer(fetcher, list + "1", R"({"posts":[)" + cut + "," + replaced(closed, R"(<p>Text 1<\/p>)", "") + "]}");
    answer(fetcher, list + "2", R"({"posts":[]})");
    Report report;
    DiscoverOptions options;
    options.ghost_key = "k1";
    const auto listing = listed(fetcher, SourceKind::ghost, report, options);
    CHECK(titles(listing) == "P2|");
    CHECK(report.count(IssueCode::post_unreachable) == 1);
    CHECK(markup::collapsed_text(given_of(listing, 0, report).content.root()) == "Text 2");
    CHECK(report.count(IssueCode::post_truncated) == 1);
}

TEST_CASE("Ghost: without a key its feed is read") {
    tests::FakeFetcher fetcher;
    answer_ghost(fetcher);
    Report report;
    CHECK(titles(listed(fetcher, SourceKind::ghost, report)) == "P2|");
}
