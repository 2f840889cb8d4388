#include "source/archive_page.h"

#include <doctest/doctest.h>

#include "extract/page_reading.h"
#include "source/fetch_page.h"

using namespace blogbind;

namespace {

PagePart page_at(std::string_view address, std::string_view html) {
    Report report;
    return *parse_part(html, "utf-8", Url::parse(address), report);
}

/// "path title date" of each, parted by bars.
std::string listed(std::string_view html, std::string_view address = "http://example.org/") {
    const PagePart part = page_at(address, html);
    Site site;
    site.add(part);
    std::string all;
    for (const ListedPost& post : listed_posts(part, site))
        all += (all.empty() ? "" : " | ") + post.url.path() + " " + post.title +
               (post.published ? " " + iso_day(*post.published) : "");
    return all;
}

std::string older(std::string_view html, std::string_view address = "http://example.org/") {
    const PagePart part = page_at(address, html);
    Site site;
    site.add(part);
    const auto url = older_page(part, site);
    return url ? url->text() : "none";
}

}  // namespace

TEST_CASE("listed posts: in the order of the page, whatever the theme calls them") {
    const struct {
        std::string_view name, html, expected;
    } cases[] = {
        {"articles",
         "<article class=hentry><h2 class=entry-title><a href=/b/>Tar</a></h2><time datetime=2019-05-08>x</time>"
         "</article><article class=hentry><h2 class=entry-title><a href=/a/>Rope</a></h2></article>",
         "/b/ Tar 2019-05-08 | /a/ Rope"},
        {"pages and repetitions are no posts",
         "<article class='hentry type-page page'><h2><a href=/about/>About</a></h2></article>"
         "<article class=hentry><h2><a href=/a/>Rope</a></h2></article>"
         "<article class=hentry><h2><a href=/a/#more>Rope</a></h2></article>",
         "/a/ Rope"},
        {"the sidebar lists none",
         "<main><article class=hentry><h2><a href=/a/>Rope</a></h2></article></main>"
         "<aside><article class=hentry><h2><a href=/z/>Fog</a></h2></article></aside>",
         "/a/ Rope"},
        {"headings without telling names",
         "<div class=x><h3><a href=/b/>Tar</a></h3></div><div class=x><h3><a href=/a/>Rope</a></h3></div>",
         "/b/ Tar | /a/ Rope"},
        {"dated lines",
         "<ul><li>2019-05-08 <a href=/c/>Fog</a></li><li>2019-05-02 <a href=/b/>Tar</a></li>"
         "<li>2019-05-01 <a href=/a/>Rope</a></li></ul>",
         "/c/ Fog 2019-05-08 | /b/ Tar 2019-05-02 | /a/ Rope 2019-05-01"},
        {"links elsewhere", "<article class=hentry><h2><a href=http://other.example/a/>Rope</a></h2></article>", ""},
        {"nothing", "<p>Nothing here", ""},
    };
    for (const auto& c : cases) {
        CAPTURE(c.name);
        CHECK(listed(c.html) == c.expected);
    }
}

TEST_CASE("older page: by its mark, its words or its number, never another site's") {
    const struct {
        std::string_view name, html, address, expected;
    } cases[] = {
        {"link element", "<link rel=next href=/page/2/>", "http://example.org/", "http://example.org/page/2/"},
        {"words", "<a href=/x/>← Older posts</a>", "http://example.org/", "http://example.org/x/"},
        {"German words", "<a href=/x/>Ältere Beiträge</a>", "http://example.org/", "http://example.org/x/"},
        {"number", "<a href=/page/2/>2</a><a href=/page/3/>3</a>", "http://example.org/page/2/",
         "http://example.org/page/3/"},
        {"another site", "<link rel=next href=http://other.example/page/2/>", "http://example.org/", "none"},
        {"itself", "<link rel=next href=/page/2/>", "http://example.org/page/2/", "none"},
        {"comment page", "<a rel=next href=/a/comment-page-2/>Older</a>", "http://example.org/a/", "none"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.name);
        CHECK(older(c.html, c.address) == c.expected);
    }
}

TEST_CASE("an archive is called what its heading names") {
    const struct {
        std::string_view name, html, address, expected;
    } cases[] = {
        {"category", "<h1 class=page-title>Category: Kestrel Coast</h1>", "http://example.org/category/k/",
         "Kestrel Coast"},
        {"a colon of its own", "<h1 class=page-title>Fog: a Primer</h1>", "http://example.org/category/k/",
         "Fog: a Primer"},
        {"no heading", "<title>Tidemarks</title>", "http://example.org/category/k/", "Tidemarks"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.name);
        const PagePart part = page_at(c.address, c.html);
        CHECK(archive_title(part, extract::metadata_of(part)) == c.expected);
    }
}
