#include "net/url.h"

#include <doctest/doctest.h>

using namespace blogbind;

namespace {

std::string text_of(const std::optional<Url>& url) { return url ? url->text() : "nothing"; }

Url url(std::string_view text) {
    const std::optional<Url> parsed = Url::parse(text);
    REQUIRE(parsed);
    return *parsed;
}

}  // namespace

TEST_CASE("url: absolute addresses are written in one way") {
    struct Case {
        std::string_view name, text, expected;
    };
    const Case cases[] = {
        {"host and scheme in capitals", "HTTP://EXAMPLE.org", "http://example.org/"},
        {"the scheme's own port", "https://example.org:443/", "https://example.org/"},
        {"another port", "https://example.org:8443/", "https://example.org:8443/"},
        {"user", "https://ann:se:cret@example.org/", "https://ann:se%3Acret@example.org/"},
        {"at sign in the user", "https://a@b@example.org/", "https://a%40b@example.org/"},
        {"space around, line break within", "  http://example.org/a\n/b ", "http://example.org/a/b"},
        {"dots", "http://example.org/a/./b/../c/..", "http://example.org/a/"},
        {"encoded dots", "http://example.org/a/%2E%2e/b/%2e", "http://example.org/b/"},
        {"dots beyond the root", "http://example.org/../../a", "http://example.org/a"},
        {"backslashes", "http:\\\\example.org\\a", "http://example.org/a"},
        {"too many slashes", "http:////example.org/a", "http://example.org/a"},
        {"letters of other scripts", "http://example.org/ä b?ö#ü", "http://example.org/%C3%A4%20b?%C3%B6#%C3%BC"},
        {"what is encoded stays", "http://example.org/%e4%2Fb", "http://example.org/%e4%2Fb"},
        {"domain of another script", "http://Bücher.de/", "http://xn--bcher-kva.de/"},
        {"ideographic full stop", "http://日本。jp/", "http://xn--wgv71a.jp/"},
        {"encoded domain", "http://ex%61mple.org/", "http://example.org/"},
        {"emoji domain in Punycode", "http://xn--i-7iq.ws/", "http://xn--i-7iq.ws/"},
        {"IPv4 in parts", "http://127.1/", "http://127.0.0.1/"},
        {"IPv4 as one number", "http://0x7f000001/", "http://127.0.0.1/"},
        {"IPv4, octal", "http://0177.0.0.01./", "http://127.0.0.1/"},
        {"IPv6", "http://[2001:DB8:0:0:1:0:0:1]:80/", "http://[2001:db8::1:0:0:1]/"},
        {"IPv6 with IPv4", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/"},
        {"file", "file:///home/ann/My%20page.html", "file:///home/ann/My%20page.html"},
        {"file on a drive", "file:///C|/pages/../a.html", "file:///C:/a.html"},
        {"file of this machine", "file://localhost/a", "file:///a"},
        {"mail", "mailto:Ann@Example.org?subject=a b", "mailto:Ann@Example.org?subject=a%20b"},
        {"data", "data:text/plain,a b", "data:text/plain,a b"},
        {"unknown scheme with a host", "gemini://Example.org", "gemini://Example.org"},
        {"path that looks like a host", "web:/.//a", "web:/.//a"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const std::optional<Url> parsed = Url::parse(c.text);
        CHECK(text_of(parsed) == c.expected);
        CHECK(text_of(Url::parse(c.expected)) == c.expected);
    }
}

TEST_CASE("url: what is no absolute address is nothing") {
    struct Case {
        std::string_view name, text;
    };
    const Case cases[] = {
        {"empty", ""},
        {"relative", "a/b.html"},
        {"no host", "http://"},
        {"only a port", "http://:80/"},
        {"only a user", "http://ann@/"},
        {"space in the host", "http://ex ample.org/"},
        {"zero in the host", "http://ä%00.example.org/"},
        {"forbidden mark in the host", "http://a%2Fb/"},
        {"port too large", "http://example.org:65536/"},
        {"port with letters", "http://example.org:8o/"},
        {"IPv4 too large", "http://256.256.256.256/"},
        {"IPv4 with too many parts", "http://1.2.3.4.5/"},
        {"IPv6 without its bracket", "http://[::1/"},
        {"IPv6 too short", "http://[1:2]/"},
        {"scheme that starts with a digit", "1http://example.org/"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK_FALSE(Url::parse(c.text));
    }
    CHECK_FALSE(Url::parse("http://example.org/" + std::string(20'000, 'a')));
}

TEST_CASE("url: references are resolved as browsers do") {
    struct Case {
        std::string_view name, base, reference, expected;
    };
    constexpr std::string_view post = "https://example.org:8443/2019/05/post?a=1#top";
    const Case cases[] = {
        {"empty", post, "", "https://example.org:8443/2019/05/post?a=1"},
        {"fragment", post, "#end", "https://example.org:8443/2019/05/post?a=1#end"},
        {"query", post, "?b=2", "https://example.org:8443/2019/05/post?b=2"},
        {"sibling", post, "next", "https://example.org:8443/2019/05/next"},
        {"folder above", post, "../06/", "https://example.org:8443/2019/06/"},
        {"from the root", post, "/about", "https://example.org:8443/about"},
        {"other host", post, "//cdn.example.org/a.jpg", "https://cdn.example.org/a.jpg"},
        {"absolute", post, "http://other.org", "http://other.org/"},
        {"same scheme without slashes", post, "https:next", "https://example.org:8443/2019/05/next"},
        {"colon in a segment", post, "./a:b", "https://example.org:8443/2019/05/a:b"},
        {"script", post, "javascript:void(0)", "javascript:void(0)"},
        {"backslash", post, "\\about", "https://example.org:8443/about"},
        {"user is kept", "https://ann:pw@example.org/a", "b", "https://ann:pw@example.org/b"},
        {"file", "file:///C:/pages/a.html", "/b.html", "file:///C:/b.html"},
        {"file above the drive", "file:///C:/a.html", "../../b.html", "file:///C:/b.html"},
        {"folder of a saved page", "file:///home/ann/Post.html", "Post_files/a.jpg",
         "file:///home/ann/Post_files/a.jpg"},
        {"fragment of mail", "mailto:a@b", "#c", "mailto:a@b#c"},
        {"nothing beside mail", "mailto:a@b", "c", "nothing"},
        {"bad host", post, "//a b/", "nothing"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(text_of(url(c.base).resolve(c.reference)) == c.expected);
    }
}

TEST_CASE("url: parts") {
    const Url whole = url("https://ann:pw@Example.org:8443/a/b%20c/?q=1&r#top");
    CHECK(whole.scheme() == "https");
    CHECK(whole.host() == "example.org");
    CHECK(whole.port() == 8443);
    CHECK(whole.path() == "/a/b%20c/");
    CHECK(whole.query() == "q=1&r");
    CHECK(whole.fragment() == "top");
    CHECK(whole.origin() == "https://example.org:8443");
    const Url bare = url("http://example.org");
    CHECK(bare.port() == -1);
    CHECK(bare.path() == "/");
    CHECK_FALSE(bare.query());
    CHECK_FALSE(bare.fragment());
    CHECK(url("http://example.org/?#").query() == "");
    CHECK(url("http://example.org/?#").fragment() == "");
}

TEST_CASE("url: parameter decodes the first value of that name") {
    const Url search = url("http://example.org/?p=12&q=a+b%26c&p=13&flag&%6eame=x#p=9");
    CHECK(search.parameter("p") == "12");
    CHECK(search.parameter("q") == "a b&c");
    CHECK(search.parameter("flag") == "");
    CHECK(search.parameter("name") == "x");
    CHECK_FALSE(search.parameter("absent"));
    CHECK_FALSE(url("http://example.org/").parameter(""));
}

TEST_CASE("url: variants of one address") {
    const Url page = url("https://ann@example.org/a?utm_source=x&p=1&FBCLID=y#top");
    CHECK(page.without_fragment().text() == "https://ann@example.org/a?utm_source=x&p=1&FBCLID=y");
    CHECK(page.without_query().text() == "https://ann@example.org/a#top");
    CHECK(page.without_tracking().text() == "https://ann@example.org/a?p=1#top");
    CHECK(url("http://example.org/?utm_source=x").without_tracking().text() == "http://example.org/");
    CHECK(page.with_path("/feed/").text() == "https://ann@example.org/feed/");
    CHECK(page.with_path("b c?").text() == "https://ann@example.org/b%20c%3F");
    CHECK(page.with_path("//b").text() == "https://ann@example.org//b");
}

TEST_CASE("url: same_page_key is equal for addresses of one page") {
    struct Case {
        std::string_view name, a, b;
        bool same;
    };
    const Case cases[] = {
        {"scheme and www", "http://www.example.org/a", "https://example.org/a", true},
        {"closing slash", "http://example.org/a/", "http://example.org/a", true},
        {"home page", "http://example.org", "https://www.example.org/index.html", true},
        {"default file", "http://example.org/a/index.php", "http://example.org/a/", true},
        {"fragment and tracking", "http://example.org/a?utm_medium=b#c", "http://example.org/a", true},
        {"encoding", "http://example.org/%7Eann/%c3%a4", "http://example.org/~ann/ä", true},
        {"other query", "http://example.org/?p=1", "http://example.org/?p=2", false},
        {"other path", "http://example.org/a", "http://example.org/b", false},
        {"other port", "http://example.org:81/a", "http://example.org/a", false},
        {"a site called www", "http://www.org/a", "http://org/a", false},
        {"a post called index.html-notes", "http://example.org/my-index.html", "http://example.org/my-", false},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK((same_page_key(url(c.a)) == same_page_key(url(c.b))) == c.same);
    }
}

TEST_CASE("url: last_path_segment") {
    CHECK(last_path_segment(url("http://example.org/2019/kestrel-coast-part-a/?x#y")) == "kestrel-coast-part-a");
    CHECK(last_path_segment(url("http://example.org/%C3%A4")) == "ä");
    CHECK(last_path_segment(url("http://example.org/")).empty());
}

TEST_CASE("url: readable is for people") {
    CHECK(readable(url("https://www.example.org/")) == "example.org");
    CHECK(readable(url("https://www.example.org/%C3%A4/b?p=1#c")) == "example.org/ä/b?p=1");
    CHECK(readable(url("http://example.org:81/a%20b/%ff")) == "example.org:81/a%20b/%ff");
    CHECK(readable(url("mailto:a@b")) == "mailto:a@b");
}

TEST_CASE("url: percent_decoded leaves what is no code") {
    CHECK(percent_decoded("a%20b%C3%A4") == "a bä");
    CHECK(percent_decoded("100% %zz %4") == "100% %zz %4");
}
