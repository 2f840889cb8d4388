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

std::optional<Url> api_of(const std::string& head) {
    PagePart page;
    page.url = Url::parse(blog);
    page.document = std::move(markup::parse_document("<html><head>" + head + "</head></html>")->body);
    return wordpress_api(page);
}

}  // namespace

TEST_CASE("add_comment_facts: each post gets what the API tells of its comments") {
    tests::FakeFetcher fetcher;
    fetcher.page(address(1), hundred(1));
    fetcher.page(address(2), "[" + comment(101, "ferry") + "," + comment(102, "ferry", 101) + "]");
    Listing blog_listing = listing({"fog", "ferry", "light"});
    add_comment_facts(blog_listing, fetcher);
    CHECK(fetcher.total() == 2);
    CHECK(blog_listing.entries[0].told_comments.size() == 100);
    CHECK(blog_listing.entries[2].told_comments.empty());
    REQUIRE(blog_listing.entries[1].told_comments.size() == 2);
    const CommentFacts& reply = blog_listing.entries[1].told_comments[1];
    CHECK(reply.id == "102");
    CHECK(reply.parent == "101");
    REQUIRE(reply.published);
    CHECK(rfc3339(*reply.published) == "2019-05-01T10:30:00+02:00");
}

TEST_CASE("add_comment_facts: an offset that no place on earth has is no offset") {
    tests::FakeFetcher fetcher;
    fetcher.page(address(1), R"([{"id":7,"link":"https://example.org/fog/#comment-7","date":"2019-05-09T10:30:00",)"
                             R"("date_gmt":"2019-05-01T08:30:00"}])");
    Listing fog = listing({"fog"});
    add_comment_facts(fog, fetcher);
    REQUIRE(fog.entries[0].told_comments.size() == 1);
    CHECK_FALSE(fog.entries[0].told_comments[0].published->offset);
}

TEST_CASE("add_comment_facts: a blog of many comments is not asked for all of them") {
    tests::FakeFetcher fetcher;
    for (int page = 1; page <= 9; ++page) fetcher.page(address(page), hundred(page * 100));
    Listing one_post = listing({"fog"});
    add_comment_facts(one_post, fetcher);
    CHECK(fetcher.total() == 1);
}

TEST_CASE("add_comment_facts: what is no list of comments is passed over") {
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
        add_comment_facts(blog_listing, fetcher);
        CHECK(blog_listing.entries[0].told_comments.empty());
    }
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
