#include "source/feed.h"

#include <doctest/doctest.h>

#include "base/hash.h"
#include "extract/extract.h"
#include "source/discover.h"
#include "source/entry_digests.h"
#include "source/feed_atom.h"
#include "source/feed_json.h"
#include "source/feed_rss.h"
#include "source/fetch_page.h"
#include "support/fake_fetcher.h"

using namespace blogbind;

namespace {

const std::string feed_address = "https://harbour.example/feed/";

std::string rss(const std::string& items, const std::string& more = {}) {
    return "<?xml version='1.0'?><rss "
           "version='2.0'><channel><title>Harbour</title><link>https://harbour.example/</link>" +
           more + items + "</channel></rss>";
}

std::string rss_item(const std::string& name, const std::string& day, const std::string& more) {
    return "<item><title>" + name + "</title><link>https://harbour.example/" + name + "/</link><pubDate>" + day +
           " Jan 2020 08:00:00 +0100</pubDate>" + more + "</item>";
}

std::string whole(const std::string& text) {
    return "<content:encoded><![CDATA[<p>" + text + "</p>]]></content:encoded><slash:comments>0</slash:comments>";
}

Feed parsed(FeedParser parse, std::string_view text) {
    Feed feed;
    REQUIRE(parse(text, Url::parse(feed_address), feed));
    return feed;
}

Listing discovered(Fetcher& fetcher, Report& report, const DiscoverOptions& options = {}) {
    std::vector<Source> sources(1);
    sources.front().url = Url::parse(feed_address);
    auto listing = discover(sources, fetcher, options, report);
    REQUIRE(listing);
    return *std::move(listing);
}

std::string names_in(const Listing& listing) {
    std::string names;
    for (const Entry& entry : listing.entries) names += (names.empty() ? "" : " ") + entry.title;
    return names;
}

}  // namespace

TEST_CASE("RSS: what it tells of a post") {
    const Feed feed = parsed(
        parse_rss,
        "<?xml version='1.0'?>\n<rss version='2.0' xmlns:dc='x'><channel><title>Fish &amp;amp; chips</title>"
        "<link>https://harbour.example/</link><description>Tides</description><language>en-GB</language>"
        "<generator>https://wordpress.org/?v=6.4</generator><atom:link rel='next' href='/feed/2/'/>"
        "<item><title>&lt;i&gt;Fog&lt;/i&gt; &amp;amp; rain</title><link>/fog/</link><dc:creator>Mara</dc:creator>"
        "<category>Coast</category><category>Coast</category><category>fog</category>"
        "<pubDate>Wed, 01 Jan 2020 08:00:00 +0100</pubDate><description>Short […]</description>"
        "<content:encoded><![CDATA[<p>Long</p>]]></content:encoded><slash:comments>3</slash:comments>"
        "<enclosure url='https://harbour.example/fog.jpg' type='image/jpeg'/></item></channel></rss>");
    CHECK(plain(feed.title) == "Fish & chips");
    CHECK(feed.language == "en-GB");
    CHECK(feed.older->text() == "https://harbour.example/feed/2/");
    REQUIRE(feed.entries.size() == 1);
    const FeedEntry& entry = feed.entries.front();
    CHECK(plain(entry.title) == "Fog & rain");
    CHECK(entry.permalink->text() == "https://harbour.example/fog/");
    CHECK(entry.authors == std::vector<std::string>{"Mara"});
    CHECK(entry.tags == std::vector<std::string>{"Coast", "fog"});
    CHECK(rfc3339(*entry.published) == "2020-01-01T08:00:00+01:00");
    CHECK(entry.content == "<p>Long</p>");
    CHECK(entry.comments_declared == 3);
    CHECK(entry.picture == "https://harbour.example/fog.jpg");
}

TEST_CASE("RSS: permalinks and writers in their odder forms") {
    struct Case {
        std::string_view name, item, permalink, writer;
    };
    const Case cases[] = {
        {"guid", "<guid>https://a.example/x</guid><author>m@a.example (Mara)</author>", "https://a.example/x", "Mara"},
        {"guid that is none", "<guid isPermaLink='false'>https://a.example/x</guid>", "", ""},
        {"behind a counter",
         "<link>https://feeds.example/r/1</link><feedburner:origLink>https://a.example/x</feedburner:origLink>",
         "https://a.example/x", ""},
        {"an address alone", "<link>https://a.example/x</link><author>m@a.example</author>", "https://a.example/x", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const Feed feed = parsed(parse_rss, rss("<item>" + std::string(c.item) + "</item>"));
        const FeedEntry& entry = feed.entries.at(0);
        CHECK((entry.permalink ? entry.permalink->text() : "") == c.permalink);
        CHECK((entry.authors.empty() ? "" : entry.authors.front()) == c.writer);
    }
}

TEST_CASE("RSS 1.0: items stand beside the channel") {
    const Feed feed =
        parsed(parse_rss,
               "<rdf:RDF xmlns:rdf='r' xmlns='s'><channel rdf:about='x'><title>Harbour</title></channel>"
               "<item rdf:about='https://a.example/x'><title>Fog</title><dc:date>2020-01-01T08:00:00Z</dc:date>"
               "</item></rdf:RDF>");
    CHECK(plain(feed.title) == "Harbour");
    CHECK(feed.entries.at(0).permalink->text() == "https://a.example/x");
    CHECK(feed.entries.at(0).published.has_value());
}

TEST_CASE("Atom: text, html and xhtml, bases, threads, and what is no post") {
    const Feed feed = parsed(
        parse_atom,
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='nb' xml:base='https://a.example/blog/'><title>Havn</title>"
        "<link rel='alternate' href='/'/><link rel='next' href='page2'/><author><name>Mara</name></author>"
        "<entry><title type='html'>Fog &amp;amp; &lt;b&gt;rain&lt;/b&gt;</title><link href='fog/'/><id>1</id>"
        "<published>2020-01-01T08:00:00Z</published><updated>2020-01-02T08:00:00Z</updated>"
        "<category term='coast' label='Coast'/><category scheme='http://s#kind' term='t#post'/>"
        "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>a <b>b</b></p></div></content>"
        "<link rel='replies' href='x' thr:count='2'/></entry>"
        "<entry><id>2</id><title>1 &lt; 2</title><link href='two/'/><content>x &lt; y</content></entry>"
        "<entry><id>3</id><title>Re</title><thr:in-reply-to ref='1'/><content>Nice</content></entry></feed>");
    CHECK(feed.language == "nb");
    CHECK(feed.home->text() == "https://a.example/");
    CHECK(feed.older->text() == "https://a.example/blog/page2");
    CHECK(feed.authors == std::vector<std::string>{"Mara"});
    REQUIRE(feed.entries.size() == 2);
    CHECK(plain(feed.entries[0].title) == "Fog & rain");
    CHECK(feed.entries[0].permalink->text() == "https://a.example/blog/fog/");
    CHECK(feed.entries[0].content == "<p>a <b>b</b></p>");
    CHECK(feed.entries[0].tags == std::vector<std::string>{"Coast"});
    CHECK(feed.entries[0].comments_declared == 2);
    CHECK(feed.entries[0].base->text() == "https://a.example/blog/");
    CHECK(plain(feed.entries[1].title) == "1 < 2");
    CHECK(feed.entries[1].content == "x &lt; y");
}

TEST_CASE("JSON Feed: both versions") {
    const Feed feed =
        parsed(parse_json_feed,
               R"({"version":"https://jsonfeed.org/version/1.1","title":"Harbour","home_page_url":"https://a.example/",
            "next_url":"/feed.json?page=2","items":[
            {"id":7,"url":"/fog/","title":"Fog","content_html":"<p>a</p>","date_published":"2020-01-01T08:00:00+01:00",
             "authors":[{"name":"Mara"}],"tags":["coast"],"image":"https://a.example/fog.jpg"},
            {"id":"https://a.example/two/","content_text":"one\n\ntwo <3","author":{"name":"Ilse"}}]})");
    CHECK(feed.older->text() == "https://harbour.example/feed.json?page=2");
    REQUIRE(feed.entries.size() == 2);
    CHECK(feed.entries[0].permalink->text() == "https://a.example/fog/");
    CHECK(feed.entries[0].authors == std::vector<std::string>{"Mara"});
    CHECK(feed.entries[1].permalink->text() == "https://a.example/two/");
    CHECK(feed.entries[1].content == "<p>one</p><p>two &lt;3</p>");
    CHECK(feed.entries[1].authors == std::vector<std::string>{"Ilse"});
}

TEST_CASE("feeds are told by their content") {
    struct Case {
        std::string_view name, bytes, kind;
    };
    const Case cases[] = {
        {"rss", "\n<?xml version='1.0'?><!-- <feed> --><rss>", "rss"},
        {"rdf", "<rdf:RDF xmlns='x'>", "rss"},
        {"atom", "<?xml version='1.0'?>\n<feed xmlns='http://www.w3.org/2005/Atom'>", "atom"},
        {"json", "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": []}", "json_feed"},
        {"export", "<?xml version='1.0'?><rss xmlns:wp=\"http://wordpress.org/export/1.2/\">", "wordpress_export"},
        {"page about feeds", "<!DOCTYPE html><p>&lt;rss></p><rss>", "saved_page"},
        {"text", "How to write <rss> tags", "pasted_text"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const Reader* reader = recognised(FileStart(c.bytes));
        REQUIRE(reader != nullptr);
        CHECK(reader->name == c.kind);
    }
}

TEST_CASE("a feed's address: all its pages, oldest post first, texts from the feed where they are whole") {
    tests::FakeFetcher fetcher;
    const std::string wordpress = "<generator>https://wordpress.org/?v=6.4</generator>";
    fetcher.answer(feed_address, {rss(rss_item("c", "3", whole("C")) + rss_item("b", "2", whole("B")), wordpress),
                                  200,
                                  {},
                                  "application/rss+xml"});
    fetcher.answer(feed_address + "?paged=2", {rss(rss_item("a", "1", whole("A")), wordpress), 200, {}, "text/xml"});
    Report report;
    Listing listing = discovered(fetcher, report);
    CHECK(names_in(listing) == "a b c");
    CHECK(listing.source_kind == "RSS feed");
    CHECK(listing.title == "Harbour");
    const auto page = fetch_page(listing.entries[0], fetcher, report);
    REQUIRE(page);
    CHECK(page->parts.empty());
    const auto post = extract::extract_post(listing.entries[0], *page, report);
    REQUIRE(post);
    CHECK(markup::collapsed_text(post->body.root()) == "A");
    CHECK(report.issues().empty());

    DiscoverOptions only;
    only.follow = Follow::none;
    CHECK(names_in(discovered(fetcher, report, only)) == "b c");
}

TEST_CASE("a feed's address: the blog's home page says where more is told of comments") {
    struct Case {
        std::string_view name;
        std::string home;
        bool wants_comments, has_api;
    };
    const Case cases[] = {
        {"the home page names an API", "https://harbour.example/", true, true},
        {"nobody wants comments", "https://harbour.example/", false, false},
        {"the feed names another site", "https://other.example/", true, false},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        tests::FakeFetcher fetcher;
        std::string feed = rss(rss_item("fog", "1", ""));
        feed.replace(feed.find("https://harbour.example/"), std::string_view("https://harbour.example/").size(),
                     c.home);
        fetcher.answer(feed_address, {feed, 200, {}, "text/xml"});
        fetcher.page(c.home, "<!DOCTYPE html><link rel='https://api.w.org/' href='/wp-json/'><p>Home");
        Report report;
        DiscoverOptions options;
        options.wants_comments = c.wants_comments;
        CHECK(discovered(fetcher, report, options).api.has_value() == c.has_api);
        CHECK(report.issues().empty());
    }
}

TEST_CASE("feeds: excerpts and discussions are completed from the page") {
    struct Case {
        std::string_view name, fields;
        bool wants_page;
    };
    const std::string letters = "<p>" + std::string(1500, 'a') + "</p>";
    const std::string long_text =
        "<description><![CDATA[" + letters + "]]></description><slash:comments>0</slash:comments>";
    const std::string cut =
        "<description><![CDATA[" + letters + " […]]]></description><slash:comments>0</slash:comments>";
    const Case cases[] = {
        {"whole, no comments", "<content:encoded>&lt;p>a&lt;/p></content:encoded><slash:comments>0</slash:comments>",
         false},
        {"whole, comments elsewhere", "<content:encoded>a</content:encoded><slash:comments>2</slash:comments>", true},
        {"whole, comments unknown", "<content:encoded>a</content:encoded>", true},
        {"short description", "<description>Soon more</description><slash:comments>0</slash:comments>", true},
        {"long description", long_text, false},
        {"long description that is cut", cut, true},
        {"text that says so",
         "<content:encoded>a Continue reading b</content:encoded><slash:comments>0</slash:comments>", true},
        {"nothing", "<slash:comments>0</slash:comments>", true},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        tests::FakeFetcher fetcher;
        fetcher.page("https://harbour.example/fog/", "<!DOCTYPE html><p>page");
        const DiscoverOptions options;
        Report report;
        Source source;
        source.kind = SourceKind::rss;
        source.bytes = rss(rss_item("fog", "1", std::string(c.fields)));
        auto listing = read_feed_file(source, parse_rss, {options, fetcher, report});
        REQUIRE(listing);
        const auto page = fetch_page(listing->entries[0], fetcher, report);
        REQUIRE(page);
        CHECK(page->parts.empty() != c.wants_page);
    }
}

TEST_CASE("feeds: what breaks off is read up to there, and one without posts is told") {
    tests::FakeFetcher fetcher;
    const std::string sound = rss(rss_item("a", "1", whole("A"))), torn = sound.substr(0, sound.find("</channel>"));
    fetcher.answer(feed_address, {torn, 200, {}, "text/xml"});
    Report report;
    CHECK(names_in(discovered(fetcher, report)) == "a");
    CHECK(report.count(IssueCode::listing_incomplete) == 1);

    const DiscoverOptions options;
    Source empty;
    empty.bytes = rss("");
    empty.kind = SourceKind::rss;
    const auto listing = read_feed_file(empty, parse_rss, {options, fetcher, report});
    REQUIRE_FALSE(listing);
    CHECK(listing.error().message == "standard input is a feed without posts");
}

TEST_CASE("entry_digests: posts are known again in a feed and in an API's list") {
    const std::string feed = rss(rss_item("fog", "02", whole("Fog.")) + rss_item("ice", "03", whole("Ice.")));
    const Feed known = parsed(parse_rss, feed);
    REQUIRE(known.entries.size() == 2);
    CHECK(entry_digests("application/rss+xml; charset=utf-8", feed) ==
          std::vector<std::string>{known.entries[0].sha256, known.entries[1].sha256});
    CHECK(entry_digests("application/json", R"([{"id": 7}, {"id": 8}])") ==
          std::vector<std::string>{sha256_hex(R"({"id":7})"), sha256_hex(R"({"id":8})")});
    CHECK(entry_digests("text/html", "<html><p>[1]</p></html>").empty());
}

TEST_CASE("feed: writers are named in several ways, and the channel's writes what names nobody") {
    struct Case {
        std::string_view field, name;
    };
    const Case cases[] = {
        {"<author>mara@harbour.example (Mara Ellingsen)</author>", "Mara Ellingsen"},
        {"<author>Mara Ellingsen &lt;mara@harbour.example&gt;</author>", "Mara Ellingsen"},
        {"<author>Mara Ellingsen (mara@harbour.example)</author>", "Mara Ellingsen"},
        {"<dc:author>Mara Ellingsen</dc:author>", "Mara Ellingsen"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.field);
        const Feed feed = parsed(parse_rss, rss(rss_item("fog", "02", std::string(c.field))));
        REQUIRE(feed.entries.size() == 1);
        CHECK(feed.entries[0].authors == std::vector<std::string>{std::string(c.name)});
    }
    const std::string editor = "<managingEditor>ole@harbour.example (Ole Berg)</managingEditor>";
    CHECK(parsed(parse_rss, rss(rss_item("fog", "02", ""), editor)).authors == std::vector<std::string>{"Ole Berg"});
}

TEST_CASE("feed: content in the forms of old feeds") {
    const Feed old_atom =
        parsed(parse_atom,
               "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title mode='base64'>Rm9n</title>"
               "<entry><title>Ice</title><content mode='base64'>PGI+SWNlPC9iPg==</content></entry>"
               "<entry><content>Thin <b>ice</b></content></entry></feed>");
    CHECK(plain(old_atom.title) == "Fog");
    REQUIRE(old_atom.entries.size() == 2);
    CHECK(old_atom.entries[0].content == "<b>Ice</b>");
    CHECK(old_atom.entries[1].content == "Thin <b>ice</b>");
    const std::string items = rss_item("fog", "02", "<body xmlns='http://www.w3.org/1999/xhtml'><p>Fog.</p></body>") +
                              rss_item("ice", "03", "<fullitem>&lt;p&gt;Ice.&lt;/p&gt;</fullitem>");
    const Feed old_rss = parsed(parse_rss, rss(items));
    REQUIRE(old_rss.entries.size() == 2);
    CHECK(old_rss.entries[0].content == "<p>Fog.</p>");
    CHECK(old_rss.entries[1].content == "<p>Ice.</p>");
}

TEST_CASE("feed: titles keep their markup until their words are asked for") {
    struct Case {
        std::string_view name, title, text, words;
    };
    const Case cases[] = {
        {"plain", "<title>1 &lt; 2</title>", "1 < 2", "1 < 2"},
        {"html", "<title type='html'>&lt;b&gt;Fog&lt;/b&gt; &amp;amp; rain</title>", "<b>Fog</b> &amp; rain",
         "Fog & rain"},
        {"xhtml", "<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>Fog <i>now</i></div></title>",
         "Fog <i>now</i>", "Fog now"},
        {"escaped inside a division", "<title type='html'><div>Fog &lt;i&gt;now&lt;/i&gt;</div></title>",
         "Fog <i>now</i>", "Fog now"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const Feed feed = parsed(parse_atom, "<feed xmlns='http://www.w3.org/2005/Atom'>" + std::string(c.title) +
                                                 "<entry>" + std::string(c.title) + "</entry></feed>");
        CHECK(feed.title.text == c.text);
        CHECK(plain(feed.entries.at(0).title) == c.words);
    }
}

TEST_CASE("feed: rights that name a licence are the licence of the posts") {
    struct Case {
        std::string_view name, rights, licence;
    };
    const Case cases[] = {
        {"address in words", "<copyright>By Mara (http://creativecommons.org/licenses/by/4.0/).</copyright>",
         "http://creativecommons.org/licenses/by/4.0/"},
        {"words alone", "<copyright>All rights reserved</copyright>", ""},
        {"said twice",
         "<dc:rights>https://creativecommons.org/licenses/by/4.0/</dc:rights>"
         "<creativeCommons:license>https://creativecommons.org/licenses/by-sa/4.0/</creativeCommons:license>",
         "https://creativecommons.org/licenses/by-sa/4.0/"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        Feed feed;
        CHECK(parse_feed(rss(rss_item("fog", "02", ""), std::string(c.rights)), {}, parse_rss, feed));
        CHECK(feed.licence == c.licence);
    }
}

TEST_CASE("feed: what it does not tell is taken from its server") {
    const std::string atom = "<feed xmlns='http://www.w3.org/2005/Atom'><title>M\xE5ne</title><entry/></feed>";
    Feed feed;
    CHECK(parse_feed(atom, {Url::parse("https://harbour.example/feed"), "iso-8859-1", "nb"}, parse_atom, feed));
    CHECK(plain(feed.title) == "M\xC3\xA5ne");
    CHECK(feed.language == "nb");
}

TEST_CASE("feed: characters of windows-1252 that pose as controls") {
    const std::string items = rss_item("fog", "02", "<description>don\xC2\x92t, don&#146;t</description>");
    const Feed feed = parsed(parse_rss, rss(items));
    CHECK(feed.entries.at(0).summary == "don\xE2\x80\x99t, don\xE2\x80\x99t");
}
