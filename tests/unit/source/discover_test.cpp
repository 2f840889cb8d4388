#include "source/discover.h"

#include <doctest/doctest.h>

#include <set>

#include "support/fake_fetcher.h"

using namespace blogbind;

namespace {

const std::string home = "http://example.org/";

std::string prose() {
    std::string text;
    for (int i = 0; i < 4; ++i)
        text +=
            "<p>The boat came late, as it does, and the harbour smelled of tar, rope and somebody else’s breakfast; we "
            "waited under the clock that has shown ten past four since the year of the great fog.</p>";
    return text;
}

std::string post(const std::string& title, const std::string& inside, const std::string& author = "Ann",
                 const std::string& day = "01", const std::string& category = "") {
    return "<!DOCTYPE html><html><head><title>" + title +
           "</title></head><body class='single'><article id='post-1' class='post hentry'>"
           "<h1 class='entry-title'>" +
           title + "</h1><time class='entry-date published' datetime='2019-05-" + day +
           "T08:00:00Z'>x</time><span class='author vcard'><a class='url fn n' href='/author/x/' rel='author'>" +
           author + "</a></span><div class='entry-content'>" + prose() + inside + prose() + "</div>" +
           (category.empty() ? "" : "<a rel='category tag' href='/category/" + category + "/'>" + category + "</a>") +
           "</article><aside><a href='/other/'>Harbour Lights – Part Z</a></aside></body></html>";
}

struct Teaser {
    std::string path, title, date;
};

std::string archive(const std::vector<Teaser>& teasers, const std::string& older = "",
                    const std::string& heading = "") {
    std::string html =
        "<!DOCTYPE html><html><head><title>Tidemarks</title></head><body class='archive blog'><main><h1 "
        "class='page-title'>" +
        heading + "</h1>";
    for (const Teaser& teaser : teasers)
        html += "<article class='post hentry'><h2 class='entry-title'><a href='" + teaser.path + "' rel='bookmark'>" +
                teaser.title + "</a></h2><time class='entry-date' datetime='" + teaser.date +
                "'>x</time><div class='entry-summary'><p>The boat came "
                "late, as it does.</p></div></article>";
    if (!older.empty())
        html += "<nav class='navigation'><div class='nav-previous'><a href='" + older + "'>Older posts</a></div></nav>";
    return html + "</main></body></html>";
}

std::string anchor(const std::string& path, const std::string& text) {
    return "<a href='" + path + "'>" + text + "</a>";
}

Result<Listing> discovered(tests::FakeFetcher& fetcher, const std::string& address, Report& report,
                           Follow follow = Follow::automatic) {
    Source source;
    source.url = Url::parse(address);
    DiscoverOptions options;
    options.follow = follow;
    options.jobs = 2;
    return discover({source}, fetcher, options, report);
}

std::string titles(const Result<Listing>& listing) {
    if (!listing) return "error: " + listing.error().message;
    std::string all;
    for (const Entry& entry : listing->entries) all += (all.empty() ? "" : " | ") + entry.title;
    return all;
}

/// Three parts that point to each other, and a post by somebody else between.
void add_series(tests::FakeFetcher& fetcher) {
    fetcher.page(home + "a/", post("Harbour Lights – Part A: Tar",
                                   "<p>My next Harbour Lights review " + anchor("/b/", "HERE") + "</p>"));
    fetcher.page(home + "b/", post("Harbour Lights – Part B: Rope",
                                   "<p>Part A can be read " + anchor("/a/", "here") + ". My next review " +
                                       anchor("/?p=3", "HERE") + "</p>",
                                   "Ann", "08"));
    fetcher.redirect(home + "?p=3", "/c/");
    fetcher.page(home + "c/",
                 post("Harbour Lights – Part C: Fog",
                      "<p>" + anchor("/b/", "Part B") + " and a " + anchor("/bread/", "bread") + " interruption.</p>",
                      "Ann", "20"));
    fetcher.page(home + "bread/", post("Bread on a Gas Ring", "", "Tobias", "12"));
}

const std::string whole_series =
    "Harbour Lights – Part A: Tar | Harbour Lights – Part B: Rope | Harbour Lights – Part C: Fog";

}  // namespace

TEST_CASE("any part leads to the whole series, in order, each page fetched once") {
    for (const char* start : {"a/", "b/", "c/"}) {
        CAPTURE(start);
        tests::FakeFetcher fetcher;
        add_series(fetcher);
        Report report;
        const auto listing = discovered(fetcher, home + start, report);
        CHECK(titles(listing) == whole_series);
        REQUIRE(listing.has_value());
        CHECK(listing->title == "Harbour Lights");
        for (const Entry& entry : listing->entries) CHECK(entry.page.has_value());
        for (const auto& [address, count] : fetcher.counts()) CHECK(count == 1);
        CHECK(report.issues().empty());
    }
}

TEST_CASE("a list of parts in the text names them all; the sidebar names none") {
    tests::FakeFetcher fetcher;
    add_series(fetcher);
    fetcher.page(home + "a/",
                 post("Harbour Lights – Part A: Tar", "<p><b>The series</b></p><ul><li>Part A: tar</li><li>" +
                                                          anchor("/b/", "Part B: rope") + "</li><li>" +
                                                          anchor("/c/", "Part C: fog") + "</li></ul>"));
    Report report;
    const auto listing = discovered(fetcher, home + "a/", report);
    CHECK(titles(listing) == whole_series);
    CHECK(listing->entries[1].reason.find("list of parts") != std::string::npos);
    CHECK(fetcher.count(home + "other/") == 0);
}

TEST_CASE("an index of parts binds the parts and not itself") {
    tests::FakeFetcher fetcher;
    add_series(fetcher);
    std::string list = "<ol><li>" + anchor("/a/", "Part A: Tar") + "</li><li>" + anchor("/b/", "Part B: Rope") +
                       "</li><li>" + anchor("/c/", "Part C: Fog") + "</li></ol>";
    fetcher.page(home + "index-of-lights/",
                 "<!DOCTYPE html><body class='page'><article id='post-9' class='post hentry'><h1 "
                 "class='entry-title'>All the Lights</h1>"
                 "<div class='entry-content'><p>Everything that I wrote about the coast in May, in travelling order, "
                 "with the weather left as it was and only the spelling put right since.</p>" +
                     list + "</div></article></body>");
    Report report;
    CHECK(titles(discovered(fetcher, home + "index-of-lights/", report)) == whole_series);
}

TEST_CASE("a table of contents binds what it lists, whatever the posts lead to") {
    tests::FakeFetcher fetcher;
    add_series(fetcher);
    fetcher.page(home + "kelp/", post("Kelp for Beginners", "<p>My next post is <a href='/runaway/'>HERE</a></p>"));
    fetcher.page(home + "runaway/", post("Something Else Altogether", ""));
    const std::string list = "<ul><li>" + anchor("/kelp/", "Kelp for Beginners") + "</li><li>" +
                             anchor("/a/", "Harbour Lights – Part A: Tar") + "</li><li>" +
                             anchor("/c/", "Harbour Lights – Part C: Fog") + "</li><li>" +
                             anchor("/gone/", "A post that is gone by now") + "</li><li>" +
                             anchor("/other-one/", "Another one that is gone") + "</li></ul>";
    fetcher.page(
        home + "contents/",
        "<!DOCTYPE html><body class='page'><article id='post-9' class='post hentry'><h1 class='entry-title'>All "
        "of May</h1><div class='entry-content'><p>In travelling order, whatever the weather was.</p>" +
            list + "</div></article></body>");
    Report report;
    const auto listing = discovered(fetcher, home + "contents/", report);
    REQUIRE(listing);
    std::set<std::string> found;
    for (const Entry& entry : listing->entries) found.insert(entry.title);
    CHECK(found ==
          std::set<std::string>{"Kelp for Beginners", "Harbour Lights – Part A: Tar", "Harbour Lights – Part C: Fog"});
    CHECK(listing->title == "All of May");
}

TEST_CASE("an epilogue belongs to its series, and leads to it by its title") {
    tests::FakeFetcher fetcher;
    fetcher.page(home + "a/", post("Harbour Lights – Part A",
                                   "<p>My next Harbour Lights review is " + anchor("/z/", "HERE") + "</p>"));
    fetcher.page(home + "z/", post("Harbour Lights – Epilogue",
                                   "<p>Part A can be read " + anchor("/a/", "here") + ".</p>", "Ann", "20"));
    Report report;
    const auto listing = discovered(fetcher, home + "z/", report);
    CHECK(titles(listing) == "Harbour Lights – Part A | Harbour Lights – Epilogue");
    CHECK(listing->entries.front().reason.ends_with("in “Harbour Lights – Epilogue” leads to it"));
}

TEST_CASE("a gap is closed from the category, what stays missing is named") {
    tests::FakeFetcher fetcher;
    fetcher.page(home + "a/", post("Harbour Lights – Part A", "", "Ann", "01", "lights"));
    fetcher.page(home + "c/",
                 post("Harbour Lights – Part C", "<p>As I wrote in Part A of this review.</p>", "Ann", "20", "lights"));
    fetcher.page(home + "category/lights/", archive({{"/x/", "Moor Walk – Part B", "2019-05-21"},
                                                     {"/c/", "Harbour Lights – Part C", "2019-05-20"},
                                                     {"/a/", "Harbour Lights – Part A", "2019-05-01"}},
                                                    "", "Category: Lights"));
    Report report;
    const auto listing = discovered(fetcher, home + "c/", report);
    CHECK(titles(listing) == "Harbour Lights – Part A | Harbour Lights – Part C");
    REQUIRE(listing.has_value());
    REQUIRE(listing->missing.size() == 1);
    CHECK(listing->missing[0].title == "Harbour Lights – Part B");
    CHECK(report.count(IssueCode::part_missing) == 1);
    CHECK(fetcher.count(home + "x/") == 0);
}

TEST_CASE("a number that ends a lone title makes no series, unless the post speaks of another part") {
    struct Case {
        std::string_view title, text, name;
        std::size_t missing;
    };
    const Case cases[] = {
        {"Lunch at Pier 39", "<p>The soup was late.</p>", "Lunch at Pier 39", 0},
        {"Queen Elizabeth II", "<p>The ship lay at the quay.</p>", "Queen Elizabeth II", 0},
        {"Across Ladakh 2", "<p>See part 1 of this journey for the passes.</p>", "Across Ladakh", 1},
        {"Across Ladakh (2)", "<p>We went on by bus.</p>", "Across Ladakh", 1},
    };
    for (const Case& c : cases) {
        CAPTURE(c.title);
        tests::FakeFetcher fetcher;
        fetcher.page(home + "a/", post(std::string(c.title), std::string(c.text)));
        Report report;
        const auto listing = discovered(fetcher, home + "a/", report);
        REQUIRE(listing.has_value());
        CHECK(listing->title == c.name);
        CHECK(listing->missing.size() == c.missing);
        CHECK(listing->entries.front().part.has_value() == (c.missing > 0));
    }
}

TEST_CASE("an archive is read to its end, oldest first, without pages and repetitions") {
    tests::FakeFetcher fetcher;
    fetcher.page(home, archive({{"/four/", "Four", "2019-04-01"}, {"/three/", "Three", "2019-03-01"}}, "/page/2/"));
    fetcher.page(
        home + "page/2/",
        archive({{"/three/", "Three", "2019-03-01"}, {"/two/", "Two", "2019-02-01"}, {"/one/", "One", "2019-01-01"}},
                "/page/3/"));
    fetcher.page(home + "page/3/", archive({{"/one/", "One", "2019-01-01"}}, "/page/4/"));
    Report report;
    const auto listing = discovered(fetcher, home, report);
    CHECK(titles(listing) == "One | Two | Three | Four");
    CHECK(listing->entries[0].reason.find("page 2") != std::string::npos);
    CHECK(fetcher.count(home + "page/4/") == 0);
    CHECK(report.issues().empty());
}

TEST_CASE("a page of an archive that cannot be read is a loss, not the end of the book") {
    tests::FakeFetcher fetcher;
    fetcher.page(home, archive({{"/two/", "Two", "2019-02-01"}, {"/one/", "One", "2019-01-01"}}, "/page/2/"));
    Report report;
    CHECK(titles(discovered(fetcher, home, report)) == "One | Two");
    CHECK(report.count(IssueCode::listing_incomplete) == 1);
}

TEST_CASE("follow decides how far to go") {
    tests::FakeFetcher fetcher;
    add_series(fetcher);
    Report report;
    CHECK(titles(discovered(fetcher, home + "a/", report, Follow::none)) == "Harbour Lights – Part A: Tar");
    CHECK(titles(discovered(fetcher, home + "b/", report, Follow::next)) ==
          "Harbour Lights – Part B: Rope | Harbour Lights – Part C: Fog");
    fetcher.page(home, archive({{"/bread/", "Bread on a Gas Ring", "2019-05-12"},
                                {"/a/", "Harbour Lights – Part A: Tar", "2019-05-01"}}));
    CHECK(titles(discovered(fetcher, home + "a/", report, Follow::blog)) ==
          "Harbour Lights – Part A: Tar | Bread on a Gas Ring");
}

TEST_CASE("what is no post is refused with one sentence") {
    tests::FakeFetcher fetcher;
    fetcher.answer(home + "p.jpg", {"\xFF\xD8\xFF", 200, {}, "image/jpeg"});
    fetcher.redirect(home + "loop/", "/loop/");
    Report report;
    CHECK(discovered(fetcher, home + "gone/", report).error().kind == ErrorKind::not_found);
    CHECK(titles(discovered(fetcher, home + "p.jpg", report)) ==
          "error: http://example.org/p.jpg is image/jpeg, not a web page");
    CHECK(discovered(fetcher, home + "loop/", report).error().kind == ErrorKind::unreachable);
}
