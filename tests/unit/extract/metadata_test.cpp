#include "extract/metadata.h"

#include <doctest/doctest.h>

#include "extract/structured_data.h"
#include "extract/titles.h"
#include "sample_page.h"

namespace blogbind::extract {

namespace {

Metadata metadata_of(const std::string& html, std::string_view url = "https://blog.example/2019/05/night-ferry/") {
    const PagePart part = part_of(html, url);
    const std::optional<Article> article = find_article(part.document.root(), {}, ProseMap(part.document.root()));
    return read_metadata(part.document.root(), article ? &*article : nullptr, part.url);
}

}  // namespace

TEST_CASE("metadata: a theme without machine-readable data is read by its names") {
    const Metadata metadata = metadata_of(
        "<html lang=en_GB><title>Night Ferry – Slow Blog</title><p class=site-title><a rel=home href='/'>Slow "
        "Blog</a></p>"
        "<article id=post-7 class=hentry><h1 class=entry-title>Night Ferry</h1><span class='author vcard'><a "
        "class='url fn' "
        "href='/author/ann/'>Ann Lee</a></span> <time class='entry-date published' "
        "datetime='2019-05-01T08:00:00+02:00'>1 "
        "May</time><div class=entry-content>" +
        std::string(prose) +
        "<p>In 1960 <time datetime='1960-01-01'>then</time></p>"
        "</div><a rel='category tag' href='/category/trips/korea/'>Korea</a> <a rel='category tag' "
        "href='/category/trips/'>"
        "Trips</a> <a rel=tag href='/tag/ferry/'>ferry</a></article><nav class=post-navigation><div "
        "class=nav-previous><a "
        "rel=prev href='/2019/04/bus/'>Bus</a></div></nav><div id=comments><div class=nav-next><a "
        "href='/2019/05/night-ferry/comment-page-2/'>Newer</a></div><time datetime='2021-01-01'>x</time></div>");
    CHECK(metadata.title == "Night Ferry");
    CHECK(metadata.site_title == "Slow Blog");
    CHECK(metadata.language == "en-GB");
    CHECK(metadata.authors == std::vector<std::string>{"Ann Lee"});
    CHECK(rfc3339(*metadata.published) == "2019-05-01T08:00:00+02:00");
    CHECK(metadata.tags == std::vector<std::string>{"Korea", "Trips", "ferry"});
    REQUIRE(metadata.category_urls.size() == 2);
    CHECK(metadata.category_urls[0].path() == "/category/trips/korea/");
    REQUIRE(metadata.previous);
    CHECK(metadata.previous->path() == "/2019/04/bus/");
    CHECK_FALSE(metadata.next);
}

TEST_CASE("metadata: the line below a title is the subtitle, unless it is a section's name or a text") {
    const auto subtitle_of = [](std::string_view name, std::string_view text) {
        return metadata_of(
                   "<title>Night Ferry</title><article class=hentry><h1 class=entry-title>Night Ferry</h1><p class=" +
                   std::string(name) + ">" + std::string(text) + "</p><div class=entry-content>" + std::string(prose) +
                   "</div></article>")
            .subtitle;
    };
    CHECK(subtitle_of("dek", "Nobody sleeps on deck") == "Nobody sleeps on deck");
    CHECK(subtitle_of("standfirst", "Nobody sleeps on deck") == "Nobody sleeps on deck");
    CHECK(subtitle_of("deck", "夜行フェリーで眠る") == "夜行フェリーで眠る");
    CHECK(subtitle_of("subheadline", "Travel").empty());
    CHECK(subtitle_of("deck", std::string(600, 'a') + " b").empty());
}

TEST_CASE("metadata: markup in a name that only machines read is none of the name") {
    const Metadata metadata =
        metadata_of("<meta name=author content='Mara Ellingsen, &lt;b&gt;Ann Hill&lt;/b&gt;'><div>" +
                    std::string(prose) + "</div>");
    CHECK(metadata.authors == std::vector<std::string>{"Mara Ellingsen", "Ann Hill"});
}

TEST_CASE("metadata: JSON-LD with its usual faults is read") {
    const Metadata metadata = metadata_of(
        "<script type='application/ld+json'>/*<![CDATA[*/{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"Slow Blog\"},"
        "{\"@type\":\"Person\",\"@id\":\"#ann\",\"name\":\"Ann "
        "Lee\"},{\"@type\":[\"BlogPosting\"],\"headline\":\"Night Ferry\","
        "\"datePublished\":\"2019-05-01T08:00:00Z\",\"author\":{\"@id\":\"#ann\"},\"contentLocation\":{\"name\":"
        "\"Busan\"},},]}"
        "/*]]>*/</script><div>" +
        std::string(prose) + "</div>");
    CHECK(metadata.title == "Night Ferry");
    CHECK(metadata.authors == std::vector<std::string>{"Ann Lee"});
    CHECK(metadata.site_title == "Slow Blog");
    CHECK(metadata.place == "Busan");
    CHECK(metadata.published);
}

TEST_CASE("metadata: a place lies where the page says so, in whichever of the usual ways") {
    struct Case {
        std::string_view name, html;
        std::optional<Position> expected;
    };
    const Case cases[] = {
        {"geo.position", "<meta name=geo.position content='57.64911;10.40744'>", Position{57.64911, 10.40744}},
        {"ICBM", "<meta name=ICBM content='57.64911, 10.40744'>", Position{57.64911, 10.40744}},
        {"JSON-LD",
         "<script type='application/ld+json'>{\"@type\":\"BlogPosting\",\"contentLocation\":{\"name\":\"Skagen\","
         "\"geo\":{\"latitude\":57.7,\"longitude\":\"10.6\"}}}</script>",
         Position{57.7, 10.6}},
        {"nonsense", "<meta name=geo.position content='north;east'>", std::nullopt},
        {"nothing", "", std::nullopt},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(
            metadata_of("<head>" + std::string(c.html) + "</head><h1>Skagen</h1><div>" + std::string(prose) + "</div>")
                .position == c.expected);
    }
}

TEST_CASE("metadata: an address that claims to be the post's is checked") {
    struct Case {
        std::string_view name, href;
        bool believed;
    };
    const Case cases[] = {{"the post", "https://blog.example/2019/05/night-ferry/", true},
                          {"the home page", "https://blog.example/", false},
                          {"another host", "https://thief.example/2019/05/night-ferry/", false}};
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(metadata_of("<link rel=canonical href='" + std::string(c.href) + "'>").canonical.has_value() ==
              c.believed);
    }
}

TEST_CASE("titles: the site's name is cut, other dashes stay") {
    CHECK(without_site("Night Ferry – Slow Blog", "Slow Blog") == "Night Ferry");
    CHECK(without_site("Slow Blog: Night Ferry", "Slow Blog") == "Night Ferry");
    CHECK(without_site("Night Ferry – Part B – Arrival", "Slow Blog") == "Night Ferry – Part B – Arrival");
    CHECK(site_in("Night Ferry | Slow Blog", "Night Ferry") == "Slow Blog");
}

TEST_CASE("titles: bylines give names of people only") {
    struct Case {
        std::string_view text, expected;
    };
    const Case cases[] = {{"By Ann Lee on 3 May", "Ann Lee"}, {"von Ann Lee", "Ann Lee"}, {"admin", ""},
                          {"ann@blog.example", ""},           {"Slow Blog", ""},          {"https://blog.example", ""}};
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(author_name(c.text, "Slow Blog") == c.expected);
    }
    CHECK(commenter_name("Ann Lee says:") == "Ann Lee");
    CHECK(commenter_name("Ann Lee schreibt:") == "Ann Lee");
}

TEST_CASE("metadata: writer and day are found where themes put them") {
    struct Case {
        std::string_view name, html;
    };
    const std::string text = "<p>" + std::string(200, 'x') + "</p></div></article></body></html>";
    const Case cases[] = {
        {"a meta element with a value",
         "<html><head><meta name=author value='Ann Hill'><meta name=pub_date value='2019-05-01T08:00:00Z'></head><body>"
         "<article><h1>Night ferry</h1><div class=post-content>"},
        {"boxes in a line",
         "<html><body><article><h1>Night ferry</h1><div class='story_byline'><div>By <span>Ann Hill</span></div><div>"
         "Harbour Post</div></div><p class=story-date>May 1, 2019</p><div class=post-content>"},
        {"no space behind the word",
         "<html><body><article><h1>Night ferry</h1><a class=story__author href='/u/ann'><span>By</span>Ann Hill</a>"
         "<time data-published='2019-05-01 08:00:00Z'></time><div class=post-content>"},
        {"at the head of the text",
         "<html><body><article><h1>Night ferry</h1><div class=post-content><p>By <a href='/authors/ann/'>Ann Hill</a> "
         "<time datetime='2019-05-01'>1 May</time></p>"}};
    for (const Case& each : cases) {
        CAPTURE(each.name);
        const PagePart part = part_of(std::string(each.html) + text, "https://blog.example/night-ferry/");
        const std::optional<Article> article = find_article(part.document.root(), {}, ProseMap(part.document.root()));
        const Metadata metadata = read_metadata(part.document.root(), article ? &*article : nullptr, part.url);
        CHECK(metadata.authors == std::vector<std::string>{"Ann Hill"});
        REQUIRE(metadata.published);
        CHECK(iso_day(*metadata.published) == "2019-05-01");
    }
}

TEST_CASE("metadata: the title that readers see comes before the one for search engines, without the site's name") {
    const auto title_of = [](std::string_view head, std::string_view heading) {
        const std::string html = "<html><head>" + std::string(head) + "</head><body><h1>" + std::string(heading) +
                                 "</h1><p>" + std::string(200, 'x') + "</p></body></html>";
        const PagePart part = part_of(html, "https://www.harbour.example/night-ferry/");
        return read_metadata(part.document.root(), nullptr, part.url).title;
    };
    CHECK(title_of("<meta property=og:title content='The night ferry explained'>", "The night ferry, again") ==
          "The night ferry, again");
    CHECK(title_of("<meta property=og:title content='Night ferry - Harbour'>", "News") == "Night ferry");
    CHECK(title_of("<title>Night ferry | harbour.example</title>", "News") == "Night ferry");
    CHECK(title_of("<meta property=og:title content='Harbour: a walk'>", "News") == "Harbour: a walk");
    CHECK(title_of("<title>Harbour – Part A</title>", "Harbour – Part A") == "Harbour – Part A");
}

}  // namespace blogbind::extract
