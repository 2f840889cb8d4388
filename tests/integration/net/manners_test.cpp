// A guest that heeds what the host wants.
#include <fmt/format.h>

#include <map>

#include "integration/net/visit.h"

namespace blogbind::testing {

TEST_CASE("network: robots.txt decides what is asked for") {
    struct Case {
        std::string_view name, robots;
        bool post, picture;  ///< allowed
        int robots_hits;
    };
    const Case cases[] = {
        {"missing", "status 404", true, true, 1},
        {"gone", "status 410", true, true, 1},
        {"forbidden itself", "status 403", true, true, 1},
        {"failing", "status 500", false, false, 3},
        {"failing at first", "fail 2 503", true, true, 3},
        {"empty", "status 200", true, true, 1},
        {"a page", "raw HTTP/1.1 200 OK\\r\\n\\r\\n<html><p>Disallow: nothing</p></html>", true, true, 1},
        {"forbids the post", "raw HTTP/1.1 200 OK\\r\\n\\r\\nUser-agent: *\\nDisallow: /post/", false, true, 1},
        {"forbids the pictures", "raw HTTP/1.1 200 OK\\r\\n\\r\\nUser-agent: *\\nDisallow: /*.jpg$", true, false, 1},
        {"forbids others", "raw HTTP/1.1 200 OK\\r\\n\\r\\nUser-agent: gannet\\nDisallow: /", true, true, 1},
        {"forbids us", "raw HTTP/1.1 200 OK\\r\\n\\r\\nUser-agent: guest\\nDisallow: /", false, false, 1},
        {"moved to the same", "redirect /robots.txt", true, true, 1},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const Host host(fmt::format("/post/ status 200\n/a.jpg status 200\n/robots.txt {}\n", c.robots));
        Guest guest(host.options());
        CHECK(guest.fetch_as_allowed(host.url("blog.example", "/post/")).has_value() == c.post);
        CHECK(guest.fetch_as_allowed(host.url("blog.example", "/a.jpg")).has_value() == c.picture);
        std::map<std::string, int> hits = host.server.hits();
        CHECK(hits["/robots.txt"] == c.robots_hits);
        CHECK(hits["/post/"] == (c.post ? 1 : 0));
        CHECK(hits["/a.jpg"] == (c.picture ? 1 : 0));
    }
}

TEST_CASE("network: what robots.txt forbids is told with the way out") {
    const Host host("/robots.txt raw HTTP/1.1 200 OK\\r\\n\\r\\nUser-agent: *\\nDisallow: /\n");
    Guest guest(host.options());
    const Result<Response> response = guest.fetch_as_allowed(host.url("blog.example", "/post/"));
    REQUIRE_FALSE(response.has_value());
    CHECK(response.error().kind == ErrorKind::refused);
    CHECK(response.error().message.find("--ignore-robots") != std::string::npos);
    CHECK(host.requests() == 1);
}

TEST_CASE("network: a host that bans its guest after 30 requests is left alone") {
    for (const int status : {403, 429, 503}) {
        CAPTURE(status);
        const Host host(fmt::format("* ban 30 {}\n", status));
        Guest guest(host.options());
        int whole = 0;
        for (int i = 0; i < 200; ++i) {
            const Result<Response> response = guest.fetch(host.url("blog.example", fmt::format("/{}", i)));
            whole += response && response->status == 404 ? 1 : 0;
        }
        CHECK(whole == 30);
        CHECK(host.requests() <= 50);
    }
}

TEST_CASE("network: a banned guest's other hosts are asked as before") {
    const Host host("* ban 0 429\n"), other("/ status 200\n");
    CurlOptions options = host.options();
    options.named_hosts.insert("127.0.0.1");
    Guest guest(options);
    for (int i = 0; i < 30; ++i) (void)guest.fetch(host.url("blog.example", fmt::format("/{}", i)));
    CHECK(guest.fetch(other.url("127.0.0.1", "/")).has_value());
}

}  // namespace blogbind::testing
