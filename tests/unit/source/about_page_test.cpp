// Where a blog speaks of itself.
#include "source/about_page.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "support/fake_fetcher.h"

using namespace blogbind;

namespace {

const std::string blog = "https://example.org/";

Listing listing() {
    Listing listing;
    listing.entries.emplace_back().permalink = Url::parse(blog + "ferry/");
    return listing;
}

std::string found(tests::FakeFetcher& fetcher, const Listing& listing) {
    Source source;
    source.url = Url::parse(blog);
    const auto entry = find_about_page(listing, {source}, fetcher, {});
    return entry ? entry->permalink->text() : std::string();
}

}  // namespace

TEST_CASE("about page: its name is known in the languages of the books, and others' names are not taken for it") {
    for (const std::string_view name :
         {"About", "» About us?", "ÜBER MICH", "À propos", "Acerca de", "¿Quién soy?", "Chi siamo", "Sobre mim",
          "Over ons", "O mnie", "Обо мне", "自己紹介", "关于", "關於我", "소개", "من نحن", "אודות"}) {
        CAPTURE(name);
        CHECK(is_about_name(name));
    }
    for (const std::string_view name : {"", "…", "Abou", "About turn", "Contact", "|", "about|about me", "Überfahrt"}) {
        CAPTURE(name);
        CHECK(!is_about_name(name));
    }
}

TEST_CASE("about page: the menu's link, by its name before its address, and never another host's") {
    struct Case {
        std::string_view name, links, expected;
    };
    const Case cases[] = {
        {"name", "<a href=/contact/>Contact</a><a href=/me/>About me</a>", "https://example.org/me/"},
        {"address", "<a href=/about-us.html>The crew</a>", "https://example.org/about-us.html"},
        {"name first", "<a href=/about/>The crew</a><a href=/wir/>Über uns</a>", "https://example.org/wir/"},
        {"another host", "<a href=https://host.example/about/>About</a>", ""},
        {"the page itself", "<a href='/#about'>About</a>", ""},
        {"none", "<a href=/contact/>Contact</a>", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        tests::FakeFetcher fetcher;
        fetcher.page(blog, "<html><body><nav>" + std::string(c.links) + "</nav></body></html>");
        CHECK(found(fetcher, listing()) == c.expected);
    }
}

TEST_CASE("about page: WordPress's list of pages tells of one that no menu names") {
    tests::FakeFetcher fetcher;
    fetcher.page(blog, "<html><body><p>Sea.</p></body></html>");
    fetcher.page(blog + "wp-json/wp/v2/pages?per_page=100&orderby=id&order=asc&_fields=link,title",
                 R"([{"link":"https://example.org/shop/","title":{"rendered":"Shop"}},)"
                 R"({"link":"https://example.org/anna/","title":{"rendered":"About the author"}}])");
    Listing with_api = listing();
    with_api.api = Url::parse(blog + "wp-json/");
    CHECK(found(fetcher, with_api) == "https://example.org/anna/");
}
