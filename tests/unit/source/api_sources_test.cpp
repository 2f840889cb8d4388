// Blogs read from WordPress's API and from sitemaps.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "base/gzip.h"
#include "source/discover.h"
#include "source/sitemap.h"
#include "source/wordpress_api.h"
#include "support/fake_fetcher.h"

using namespace blogbind;

namespace {

const std::string harbour = "https://harbour.example/";

Result<Listing> listed(tests::FakeFetcher& fetcher, SourceKind kind, const std::string& address, Report& report) {
    std::vector<Source> sources(1);
    sources.front().kind = kind;
    sources.front().url = Url::parse(address);
    return discover(sources, fetcher, {}, report);
}

std::string titles_or_paths(const Result<Listing>& listing) {
    if (!listing) return listing.error().message;
    std::string all;
    for (const Entry& entry : listing->entries)
        all += (entry.title.empty() ? std::string(entry.permalink->path()) : entry.title) + " ";
    return all;
}

std::string post_answer(int number) {
    return fmt::format(
        R"({{"id":{0},"date":"2020-01-0{0}T10:00:00","date_gmt":"2020-01-0{0}T09:00:00","link":"https://harbour.example/p{0}/","title":{{"rendered":"P{0} &amp; more"}},"content":{{"rendered":"<p>Text {0}</p>","protected":false}},"_embedded":{{"author":[{{"name":"Juno"}}],"wp:term":[[{{"name":"fog"}}]]}}}})",
        number);
}

void answer_posts(tests::FakeFetcher& fetcher, int size, int page, std::string body, int status = 200) {
    fetcher.answer(fmt::format("{}wp-json/wp/v2/posts?per_page={}&page={}&_embed=author,wp:term,wp:featuredmedia",
                               harbour, size, page),
                   {std::move(body), status, {}, "application/json"});
}

void answer_home(tests::FakeFetcher& fetcher) {
    fetcher.page(harbour,
                 "<!DOCTYPE html><link rel='https://api.w.org/' href='/wp-json/'><link rel=alternate "
                 "type=application/rss+xml href='/feed/'><p>Home");
    fetcher.answer(harbour + "wp-json/wp/v2/posts?per_page=1",
                   {"[" + post_answer(3) + "]", 200, {}, "application/json"});
}

}  // namespace

TEST_CASE("posts come from the API, oldest first, with what it tells of them") {
    tests::FakeFetcher fetcher;
    answer_home(fetcher);
    answer_posts(fetcher, 100, 1, "[" + post_answer(2) + "," + post_answer(1) + "]");
    Report report;
    auto listing = listed(fetcher, SourceKind::wordpress_api, harbour, report);
    CHECK(titles_or_paths(listing) == "P1 & more P2 & more ");
    REQUIRE(listing);
    CHECK(listing->api->text() == harbour + "wp-json/");
    const auto given = listing->entries.front().given(report);
    REQUIRE(given);
    CHECK(rfc3339(*given->published) == "2020-01-01T10:00:00+01:00");
    CHECK(given->authors == std::vector<std::string>{"Juno"});
    CHECK(given->tags == std::vector<std::string>{"fog"});
    CHECK(markup::collapsed_text(given->content.root()) == "Text 1");
    CHECK(report.issues().empty());
}

TEST_CASE("a post over which the server fails costs no other") {
    tests::FakeFetcher fetcher;
    answer_home(fetcher);
    for (const int size : {100, 25, 5}) answer_posts(fetcher, size, 1, "", 500);
    answer_posts(fetcher, 1, 1, "[" + post_answer(3) + "]");
    answer_posts(fetcher, 1, 2, "", 500);
    answer_posts(fetcher, 1, 3, "[" + post_answer(1) + "]");
    answer_posts(fetcher, 1, 4, "{}", 400);
    Report report;
    CHECK(titles_or_paths(listed(fetcher, SourceKind::wordpress_api, harbour, report)) == "P1 & more P3 & more ");
    REQUIRE(report.issues().size() == 1);
    CHECK(report.issues().front().code == IssueCode::listing_incomplete);
    CHECK(report.issues().front().where.find("per_page=1&page=2") != std::string::npos);
}

TEST_CASE("an index of sitemaps leads to those of posts, packed ones too") {
    tests::FakeFetcher fetcher;
    const auto loc = [](std::string_view path) { return fmt::format("<url><loc>{}{}</loc></url>", harbour, path); };
    fetcher.page(harbour, "<!DOCTYPE html><link rel='https://api.w.org/' href='/wp-json/'><p>Home");
    fetcher.answer(
        harbour + "sitemap.xml",
        {"<?xml version='1.0'?><sitemapindex><sitemap><loc>https://harbour.example/post-sitemap.xml.gz</loc></sitemap>"
         "<sitemap><loc>https://harbour.example/post_tag-sitemap.xml</loc></sitemap><sitemap>"
         "<loc>https://harbour.example/page-sitemap.xml</loc></sitemap></sitemapindex>",
         200,
         {},
         "text/xml"});
    fetcher.answer(harbour + "post-sitemap.xml.gz",
                   {gzip_member("<?xml version='1.0'?><urlset>" + loc("") + loc("2020/02/02/rain/") +
                                loc("2020/01/01/fog/") + loc("about/") + loc("category/quay/") + "</urlset>"),
                    200,
                    {},
                    "application/gzip"});
    Report report;
    const auto named = listed(fetcher, SourceKind::sitemap, harbour, report);
    CHECK(titles_or_paths(named) == "/2020/01/01/fog/ /2020/02/02/rain/ ");
    REQUIRE(named);
    REQUIRE(named->api);  // the page that names the way tells of the comments, too
    CHECK(named->api->text() == harbour + "wp-json/");
    const auto addressed = listed(fetcher, SourceKind::web_page, harbour + "sitemap.xml", report);
    CHECK(titles_or_paths(addressed) == "/2020/01/01/fog/ /2020/02/02/rain/ ");
    REQUIRE(addressed);
    CHECK(addressed->api == named->api);  // the home page is asked for that
    CHECK(report.issues().empty());
}

TEST_CASE("a site that does not have what is wanted says so") {
    tests::FakeFetcher fetcher;
    fetcher.page(harbour, "<!DOCTYPE html><p>Home");
    Report report;
    CHECK(titles_or_paths(listed(fetcher, SourceKind::atom, harbour, report)) == harbour + " names no Atom feed");
    CHECK(titles_or_paths(listed(fetcher, SourceKind::sitemap, harbour, report)) ==
          harbour + "sitemap.xml answered 404");
    fetcher.page(harbour + "odd/", "<!DOCTYPE html><link rel=alternate type=application/rss+xml href='/feed/'><p>Odd");
    fetcher.answer(harbour + "feed/", {"{}", 200, {}, "application/json"});
    CHECK(titles_or_paths(listed(fetcher, SourceKind::rss, harbour + "odd/", report)).find("feed/") !=
          std::string::npos);
    const auto file = detect(harbour, SourceKind::ghost_export, {});
    REQUIRE_FALSE(file);
    CHECK(file.error().kind == ErrorKind::usage);
}
