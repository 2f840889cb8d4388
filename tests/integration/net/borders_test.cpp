// What must not get out, and where nobody is led.
#include "integration/net/visit.h"

namespace blogbind::testing {

namespace {

std::string last_head(const Host& host) {
    const std::vector<std::string> heads = host.server.requests();
    return heads.empty() ? "" : heads.back();
}

bool says(const std::string& head, std::string_view text) { return head.find(text) != std::string::npos; }

void check_refused(const Result<Response>& response) {
    REQUIRE_FALSE(response.has_value());
    CHECK(response.error().kind == ErrorKind::refused);
    CHECK(response.error().message.ends_with("leads to a private network address"));
}

}  // namespace

TEST_CASE("network: a public name that a name server leads to this computer") {
    const Host host("/ status 200\n");
    Guest guest(host.options());
    SUBCASE("is refused, and nothing reaches the server") {
        check_refused(guest.fetch(host.url("stranger.example", "/")));
        CHECK(host.requests() == 0);
    }
    SUBCASE("is asked if the user named it") {
        CHECK(guest.fetch(host.url("blog.example", "/")).has_value());
        CHECK(host.requests() == 1);
    }
    SUBCASE("is asked if the user allows private networks") {
        CurlOptions options = host.options();
        options.private_network = PrivateNetwork::allow;
        CHECK(Guest(options).fetch(host.url("stranger.example", "/")).has_value());
    }
}

TEST_CASE("network: redirects lead to no private address") {
    for (const char* target : {"http://127.0.0.1:1/", "http://[::1]:1/", "http://169.254.169.254/latest/",
                               "http://0x7f.1/", "http://2130706433/", "http://[::ffff:10.0.0.1]/"}) {
        CAPTURE(target);
        const Host host("/picture.jpg redirect " + std::string(target) + "\n");
        Guest guest(host.options());
        check_refused(guest.fetch(host.url("blog.example", "/picture.jpg")));
        CHECK(host.requests() == 1);
    }
}

TEST_CASE("network: redirects lead to the web and nowhere else") {
    for (const char* target : {"file:///etc/passwd", "ftp://blog.example/a", "gopher://blog.example/"}) {
        CAPTURE(target);
        const Host host("/ redirect " + std::string(target) + "\n");
        const Result<Response> response = Guest(host.options()).fetch(host.url("blog.example", "/"));
        REQUIRE_FALSE(response.has_value());
        CHECK(response.error().kind == ErrorKind::refused);
        CHECK(host.requests() == 1);
    }
}

TEST_CASE("network: a proxy is no way to private addresses") {
    const Host proxy("/ status 200\n");
    CurlOptions options = proxy.options();
    options.proxy = proxy.server.base();
    Guest guest(options);
    for (const char* target : {"http://10.0.0.1/", "http://192.168.1.1/", "http://169.254.169.254/",
                               "http://[::ffff:10.0.0.1]/", "https://10.0.0.1/"}) {
        CAPTURE(target);
        check_refused(guest.fetch(*Url::parse(target)));
    }
    CHECK(proxy.requests() == 0);
}

TEST_CASE("network: a proxy is asked for public addresses, whatever network it stands in") {
    const Host proxy("http://8.8.8.8/ status 200\n");
    CurlOptions options = proxy.options();
    options.proxy = proxy.server.base();
    CHECK(Guest(options).fetch(*Url::parse("http://8.8.8.8/")).has_value());
    CHECK(last_head(proxy).starts_with("GET http://8.8.8.8/ "));
}

TEST_CASE("network: cookies go back to the host that set them, and to no other") {
    const Host host(
        "/ status 200\n"
        "/set header Set-Cookie: tide=high; path=/\n"
        "/set-for-all header Set-Cookie: tide=high; path=/; domain=stranger.example\n");
    CurlOptions options = host.options();
    options.private_network = PrivateNetwork::allow;
    Guest guest(options);
    SUBCASE("the same host") {
        REQUIRE(guest.fetch(host.url("blog.example", "/set")).has_value());
        REQUIRE(guest.fetch(host.url("blog.example", "/")).has_value());
        CHECK(says(last_head(host), "\r\nCookie: tide=high"));
    }
    SUBCASE("another host") {
        REQUIRE(guest.fetch(host.url("blog.example", "/set")).has_value());
        REQUIRE(guest.fetch(host.url("stranger.example", "/")).has_value());
        CHECK_FALSE(says(last_head(host), "Cookie:"));
    }
    SUBCASE("a host that the cookie claims to be for") {
        REQUIRE(guest.fetch(host.url("blog.example", "/set-for-all")).has_value());
        REQUIRE(guest.fetch(host.url("stranger.example", "/")).has_value());
        CHECK_FALSE(says(last_head(host), "Cookie:"));
    }
}

TEST_CASE("network: what a server changes in the user's cookies stays changed") {
    const Host host("/ status 200\n/set header Set-Cookie: tide=high; path=/\n");
    const SiteFolder folder("");
    const std::filesystem::path file = folder.path / "cookies.txt";
    std::ofstream(file) << "# Netscape HTTP Cookie File\nblog.example\tFALSE\t/\tFALSE\t0\ttide\tlow\n";
    CurlOptions options = host.options();
    options.cookie_file = file.string();
    Guest guest(options);
    REQUIRE(guest.fetch(host.url("blog.example", "/set")).has_value());
    CHECK(says(last_head(host), "\r\nCookie: tide=low"));
    REQUIRE(guest.fetch(host.url("blog.example", "/")).has_value());
    CHECK(says(last_head(host), "\r\nCookie: tide=high"));
}

TEST_CASE("network: the user's headers and password go to the hosts that the user named") {
    const Host host("/ status 200\n");
    CurlOptions options = host.options();
    options.private_network = PrivateNetwork::allow;
    options.headers = {{"X-Key", "anemone"}};
    options.credentials = "ann:limpet";
    Guest guest(options);
    REQUIRE(guest.fetch(host.url("blog.example", "/")).has_value());
    CHECK(says(last_head(host), "X-Key: anemone"));
    CHECK(says(last_head(host), "Authorization: Basic"));
    REQUIRE(guest.fetch(host.url("stranger.example", "/")).has_value());
    CHECK_FALSE(says(last_head(host), "X-Key"));
    CHECK_FALSE(says(last_head(host), "Authorization"));
}

TEST_CASE("network: forms are sent as browsers send them") {
    const Host host("/form demand tide=high\n");
    CurlTransport transport(host.options(), never);
    const Result<blogbind::Answer> answer =
        transport.ask({.url = host.url("blog.example", "/form"), .form = "tide=high", .body_limit = 1000});
    REQUIRE(answer.has_value());
    CHECK(answer->status == 200);
    CHECK(last_head(host).starts_with("POST /form "));
    CHECK(says(last_head(host), "Content-Type: application/x-www-form-urlencoded"));
}

}  // namespace blogbind::testing
