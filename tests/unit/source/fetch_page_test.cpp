#include "source/fetch_page.h"

#include <doctest/doctest.h>

#include "source/given_fields.h"
#include "support/fake_fetcher.h"

using namespace blogbind;

namespace {

const std::string fog_address = "http://example.org/fog/";

std::string post(const std::string& after) {
    std::string text;
    for (int i = 0; i < 6; ++i)
        text += "<p>Fog came up the slip before breakfast and sat down among the boats as if it had paid for them.</p>";
    return "<!DOCTYPE html><html><body class='single'><article class='post hentry'><h1 class='entry-title'>Fog</h1>"
           "<div class='entry-content'>" +
           text + after + "</div></article></body></html>";
}

/// A post of two pages with two pages of comments.
std::string first_page() {
    return post(
        "<div class='page-links'><a href='/fog/2/'>2</a></div><div id='comments' class='comments-area'><h2 "
        "class='comments-title'>3 thoughts on “Fog”</h2><ol class='comment-list'><li class='comment' id='comment-3'>"
        "<div class='comment-content'><p>Thick.</p></div></li></ol><nav class='comment-navigation'>"
        "<a href='/fog/comment-page-1/#comments'>Older</a> <a "
        "href='/fog/comment-page-2/#comments'>Older</a></nav></div>");
}

/// Nobody is there.
class Silence final : public Fetcher {
  public:
    Result<Response> fetch(const Request& request) override {
        ++asked;
        return fail(ErrorKind::unreachable, request.url.text() + ": no answer");
    }
    int asked = 0;
};

Entry listed() {
    Entry entry;
    entry.permalink = Url::parse(fog_address);
    entry.title = "Fog";
    return entry;
}

Entry saved(const std::string& html) {
    Report report;
    Entry entry = listed();
    entry.page.emplace().parts.push_back(*parse_part(html, "utf-8", entry.permalink, report));
    return entry;
}

}  // namespace

TEST_CASE("a post's pages come in the order of reading: text before comments, each once") {
    tests::FakeFetcher fetcher;
    fetcher.page(fog_address, first_page());
    fetcher.page(fog_address + "2/", post(""));
    fetcher.page(fog_address + "comment-page-1/", post(""));
    fetcher.page(fog_address + "comment-page-2/", post(""));
    Entry entry = listed();
    Report report;
    const auto page = fetch_page(entry, fetcher, report);
    REQUIRE(page.has_value());
    REQUIRE(page->parts.size() >= 3);
    CHECK(page->parts[0].role == PageRole::post);
    CHECK(page->parts[1].role == PageRole::continuation);
    for (std::size_t i = 2; i < page->parts.size(); ++i) CHECK(page->parts[i].role == PageRole::comments);
    for (const auto& [asked, count] : fetcher.counts()) CHECK(count == 1);
    CHECK(page->missing_parts == 0);
    CHECK(report.issues().empty());
}

TEST_CASE("a page that is missing is counted, the others are kept") {
    tests::FakeFetcher fetcher;
    fetcher.page(fog_address, first_page());
    fetcher.page(fog_address + "comment-page-2/", post(""));
    Entry entry = listed();
    Report report;
    const auto page = fetch_page(entry, fetcher, report);
    REQUIRE(page.has_value());
    CHECK(page->parts.size() == 2);
    CHECK(page->missing_parts == 2);
    CHECK(page->comments_missing ==
          "1 comment page could not be read: http://example.org/fog/comment-page-1/ answered 404");
    REQUIRE(report.issues().size() == 1);
    CHECK(report.issues()[0].detail == "1 further page could not be read: http://example.org/fog/2/ answered 404");
}

TEST_CASE("a saved page whose blog is gone costs one try") {
    Silence silence;
    Entry entry = saved(first_page());
    Report report;
    const auto page = fetch_page(entry, silence, report);
    REQUIRE(page.has_value());
    CHECK(silence.asked == 1);
    CHECK(page->parts.size() == 1);
    CHECK(page->missing_parts == 3);
    CHECK_FALSE(entry.page->parts.size() > 1);
}

TEST_CASE("what is no web page is refused with one sentence") {
    tests::FakeFetcher fetcher;
    fetcher.answer(fog_address, {"%PDF-1.7", 200, {}, "application/pdf"});
    Entry entry = listed();
    Report report;
    const auto page = fetch_page(entry, fetcher, report);
    REQUIRE_FALSE(page.has_value());
    CHECK(page.error().message == "http://example.org/fog/ is application/pdf, not a web page");
    Entry nameless;
    nameless.title = "Fog";
    CHECK(fetch_page(nameless, fetcher, report).error().message == "“Fog” has no address");
}

TEST_CASE("pages with a vague type count by their first bytes") {
    const struct {
        std::string_view name, type, body;
        bool is_page;
    } cases[] = {
        {"plain text that is HTML", "text/plain", "<!DOCTYPE html><p>fog", true},
        {"plain text", "text/plain", "fog", false},
        {"no type", "", "fog", true},
        {"XHTML", "application/xhtml+xml", "<html/>", true},
        {"a feed", "application/rss+xml", "<rss/>", false},
    };
    for (const auto& c : cases) {
        CAPTURE(c.name);
        tests::FakeFetcher fetcher;
        fetcher.answer(fog_address, {std::string(c.body), 200, {}, std::string(c.type)});
        Report report;
        CHECK(fetch_part(*Url::parse(fog_address), PageRole::post, fetcher, report).has_value() == c.is_page);
    }
}

TEST_CASE("a post that is given whole is asked of nobody; an excerpt goes with its page") {
    for (const Extent extent : {Extent::whole, Extent::excerpt}) {
        CAPTURE(static_cast<int>(extent));
        tests::FakeFetcher fetcher;
        fetcher.page(fog_address, post(""));
        Entry entry = listed();
        entry.given = [extent](Report&) {
            Given given;
            given.extent = extent;
            given.comments_declared = 0;
            given.title = "Fog";
            return Result<Given>(std::move(given));
        };
        Report report;
        const auto page = fetch_page(entry, fetcher, report);
        REQUIRE(page);
        REQUIRE(page->given);
        CHECK(page->given->title == "Fog");
        CHECK(page->parts.size() == (extent == Extent::whole ? 0 : 1));
    }
}

TEST_CASE("a post that is given without its comments is asked for; where that fails the text is enough") {
    for (const bool is_there : {true, false}) {
        CAPTURE(is_there);
        tests::FakeFetcher fetcher;
        if (is_there) fetcher.page(fog_address, post(""));
        Entry entry = listed();
        entry.given = [](Report&) {
            Given given;
            given.comments_declared = 2;
            return Result<Given>(std::move(given));
        };
        Report report;
        const auto page = fetch_page(entry, fetcher, report);
        REQUIRE(page);
        CHECK(page->given);
        CHECK(page->parts.size() == (is_there ? 1 : 0));
    }
}

TEST_CASE("fetch_page: what the user's rules remove goes from given texts, too") {
    struct Case {
        std::string_view name, rules, expected;
    };
    const Case cases[] = {
        {"the post's host", "['example.org']\nremove = '.advert'", "Fog came up."},
        {"every host", "['*']\nremove = ['.none', '.advert']", "Fog came up."},
        {"another host", "['other.example']\nremove = '.advert'", "Fog came up. Buy lamps."},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const auto rules = extract::SiteRules::parse(c.rules);
        REQUIRE(rules);
        Entry entry = listed();
        entry.given = [](Report& report) {
            Given given;
            given.content = parsed_content("<p>Fog came up. <span class='advert'>Buy lamps.</span></p>", "fog", report);
            given.comments_declared = 0;
            return Result<Given>(std::move(given));
        };
        Silence nobody;
        Report report;
        const auto page = fetch_page(entry, nobody, report, *rules);
        REQUIRE(page);
        CHECK(markup::collapsed_text(page->given->content.root()) == c.expected);
    }
}
