#include "source/comment_facts.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "markup/html_parser.h"
#include "support/fake_fetcher.h"

using namespace blogbind;

namespace {

const std::string blog = "https://example.org/";

std::string address(int page) {
    return fmt::format(
        "{}wp-json/wp/v2/comments?per_page=100&page={}&orderby=id&order=asc&_fields=id,link,parent,date,date_gmt", blog,
        page);
}

std::string comment(int id, std::string_view post, int parent = 0) {
    return fmt::format(R"({{"id":{},"parent":{},"link":"{}{}/#comment-{}","date":"2019-05-01T10:30:00",)"
                       R"("date_gmt":"2019-05-01T08:30:00"}})",
                       id, parent, blog, post, id);
}

/// A full page of comments on the fog, with these ids.
std::string hundred(int first) {
    std::string text = "[" + comment(first, "fog");
    for (int i = 1; i < 100; ++i) text += "," + comment(first + i, "fog");
    return text + "]";
}

Listing listing(std::initializer_list<const char*> slugs) {
    Listing listing;
    listing.api = Url::parse(blog + "wp-json/");
    for (const char* slug : slugs) {
        Entry& entry = listing.entries.emplace_back();
        entry.permalink = Url::parse(blog + slug + "/");
    }
    return listing;
}

Url address_of(const std::string& slug) { return *Url::parse(blog + slug + "/"); }

std::optional<Url> api_of(const std::string& head) {
    PagePart page;
    page.url = Url::parse(blog);
    page.document = std::move(markup::parse_document("<html><head>" + head + "</head></html>")->body);
    return wordpress_api(page);
}

}  // namespace

TEST_CASE("told comments: each post gets what the API tells of its comments") {
    tests::FakeFetcher fetcher;
    fetcher.page(address(1), hundred(1));
    fetcher.page(address(2), "[" + comment(101, "ferry") + "," + comment(102, "ferry", 101) + "]");
    Listing blog_listing = listing({"fog", "ferry", "light"});
    ToldComments told(blog_listing, fetcher, 2);
    CHECK(told.of(address_of("fog")).size() == 100);
    CHECK(told.of(address_of("light")).empty());
    const std::vector<CommentFacts> of_ferry = told.of(address_of("ferry"));
    CHECK(fetcher.total() == 2);
    REQUIRE(of_ferry.size() == 2);
    const CommentFacts& reply = of_ferry[1];
    CHECK(reply.id == "102");
    CHECK(reply.parent == "101");
    REQUIRE(reply.published);
    CHECK(rfc3339(*reply.published) == "2019-05-01T10:30:00+02:00");
}

TEST_CASE("told comments: an offset that no place on earth has is no offset") {
    tests::FakeFetcher fetcher;
    fetcher.page(address(1), R"([{"id":7,"link":"https://example.org/fog/#comment-7","date":"2019-05-09T10:30:00",)"
                             R"("date_gmt":"2019-05-01T08:30:00"}])");
    Listing fog = listing({"fog"});
    const std::vector<CommentFacts> told = ToldComments(fog, fetcher, 2).of(address_of("fog"));
    REQUIRE(told.size() == 1);
    CHECK_FALSE(told[0].published->offset);
}

TEST_CASE("told comments: a blog of many comments is not asked for all of them") {
    tests::FakeFetcher fetcher;
    for (int page = 1; page <= 9; ++page) fetcher.page(address(page), hundred(page * 100));
    Listing one_post = listing({"fog"});
    CHECK(ToldComments(one_post, fetcher, 6).of(address_of("fog")).size() == 100);
    CHECK(fetcher.total() == 1);
}

TEST_CASE("told comments: pages whose number is told are asked for once each, others until one is not full") {
    struct Case {
        const char* name;
        const char* pages_in_all;
        int full, requests;
    };
    const Case cases[] = {{"told", "3", 3, 3}, {"not told", nullptr, 4, 7}};
    for (const Case& c : cases) {
        CAPTURE(c.name);
        tests::FakeFetcher fetcher;
        for (int page = 1; page <= c.full; ++page) {
            tests::FakeAnswer answer{hundred(page * 100), 200, {}};
            if (c.pages_in_all != nullptr) answer.headers.emplace_back("x-wp-totalpages", c.pages_in_all);
            fetcher.answer(address(page), std::move(answer));
        }
        Listing blog_listing = listing({"fog", "ferry", "light", "pier", "dune", "reed"});
        for (int i = 0; i < 20; ++i) blog_listing.entries.emplace_back();
        CHECK(ToldComments(blog_listing, fetcher, 6).of(address_of("fog")).size() ==
              100U * static_cast<unsigned>(c.full));
        CHECK(fetcher.total() == c.requests);
    }
}

TEST_CASE("told comments: what is no list of comments is passed over") {
    struct Case {
        const char* name;
        const char* body;
    };
    const Case cases[] = {
        {"nothing", ""},
        {"a page", "<html>not here</html>"},
        {"an error", R"({"code":"rest_forbidden"})"},
        {"odd members", R"([1, null, {"id":"7"}, {"id":-7,"link":"https://example.org/fog/"}, {"id":7,"link":7}])"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        tests::FakeFetcher fetcher;
        fetcher.page(address(1), c.body);
        Listing blog_listing = listing({"fog"});
        CHECK(ToldComments(blog_listing, fetcher, 2).of(address_of("fog")).empty());
    }
}

TEST_CASE("told comments: posts whose pages tell their numbers are asked about, and pages of comments are theirs") {
    tests::FakeFetcher fetcher;
    fetcher.page(address(1) + "&post=52,53",
                 "[" + comment(7, "fog/comment-page-1") + "," + comment(8, "fog/comment-page-2", 7) + "]");
    Listing series = listing({"fog", "ferry"});
    for (std::size_t i = 0; i < 2; ++i) {
        Page& page = series.entries[i].page.emplace();
        page.parts.emplace_back().document = std::move(
            markup::parse_document(
                fmt::format("<html><head><link rel=alternate type='application/json' href='{}wp-json/wp/v2/posts/{}'>"
                            "</head></html>",
                            blog, 52 + i))
                ->body);
    }
    const std::vector<CommentFacts> told = ToldComments(series, fetcher, 2).of(address_of("fog"));
    REQUIRE(told.size() == 2);
    CHECK(told[1].parent == "7");
}

TEST_CASE("comment_facts_in_feed: numbers, times and texts, links from other sites included") {
    tests::FakeFetcher fetcher;
    const std::string feed = blog + "fog/feed/";
    fetcher.page(feed, R"(<?xml version="1.0"?><rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
        <item><guid isPermaLink="false">https://example.org/fog/#comment-38</guid>
        <pubDate>Sun, 05 May 2019 11:00:00 +0000</pubDate>
        <content:encoded><![CDATA[<p>Our favourite <b>pier</b></p>]]></content:encoded></item>
        <item><guid>https://example.org/fog/#comment-x</guid></item><item><title>Nothing</title></item>)");
    const std::vector<CommentFacts> facts = comment_facts_in_feed(*Url::parse(feed), fetcher);
    REQUIRE(facts.size() == 1);  // broken off behind it
    CHECK(facts[0].id == "38");
    CHECK(rfc3339(*facts[0].published) == "2019-05-05T11:00:00Z");
    CHECK(facts[0].content == "<p>Our favourite <b>pier</b></p>");
    CHECK(comment_facts_in_feed(*Url::parse(blog), fetcher).empty());
}

TEST_CASE("wordpress_api: as the page's head names it, on the same host only") {
    CHECK(api_of("<link rel='https://api.w.org/' href='/wp-json/'>")->text() == blog + "wp-json/");
    CHECK_FALSE(api_of("<link rel='https://api.w.org/' href='https://example.com/wp-json/'>"));
    CHECK_FALSE(api_of("<link rel='alternate' href='/feed/'>"));
}
