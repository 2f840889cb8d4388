// Servers and connections that fail.
#include "integration/net/visit.h"

namespace blogbind::testing {

namespace {

struct Case {
    std::string_view name;
    std::string_view routes;  ///< of /post/
    std::size_t requests;
    int status;               ///< 0: an error
    std::string_view error;   ///< a part of its message
};

void check(const Case& c) {
    CAPTURE(c.name);
    const Host host(c.routes);
    Guest guest(host.options());
    const Result<Response> response = guest.fetch(host.url("blog.example", "/post/"));
    CHECK(host.requests() == c.requests);
    CHECK((response ? response->status : 0) == c.status);
    const std::string message = response ? "" : response.error().message;
    CAPTURE(message);
    CHECK(message.find(c.error) != std::string::npos);
}

}  // namespace

TEST_CASE("network: a server that is too busy") {
    const Case cases[] = {
        {"429, wait given in seconds", "/post/ fail 2 429\n/post/ header Retry-After: 0\n", 3, 200, ""},
        {"429, wait given as a date",
         "/post/ fail 1 429\n"
         "/post/ header Date: Wed, 01 May 2019 08:00:00 GMT\n"
         "/post/ header Retry-After: Wed, 01 May 2019 08:00:00 GMT\n",
         2, 200, ""},
        {"429, an hour in seconds", "/post/ status 429\n/post/ header Retry-After: 3600\n", 1, 0,
         "asks for 3600 s of patience"},
        {"429, an hour as a date",
         "/post/ status 429\n"
         "/post/ header Date: Wed, 01 May 2019 08:00:00 GMT\n"
         "/post/ header Retry-After: Wed, 01 May 2019 09:00:00 GMT\n",
         1, 0, "asks for 3600 s of patience"},
        {"503 for a while", "/post/ fail 2 503\n", 3, 200, ""},
        {"503 for longer", "/post/ status 503\n", 3, 503, ""},
    };
    for (const Case& c : cases) check(c);
}

TEST_CASE("network: an answer that breaks off or makes no sense") {
    const Case cases[] = {
        {"reset in the middle", "/post/ landscape 320x240 sea\n/post/ reset 1000\n", 3, 0, ": connection broken"},
        {"shorter than announced", "/post/ landscape 320x240 sea\n/post/ cut 300\n", 3, 0, "ended too early"},
        {"closed without a word", "/post/ close\n", 3, 0, "empty reply"},
        {"chunks that are none",
         "/post/ raw HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nzz\\r\\nSea.\n", 3, 0,
         ": connection broken"},
        {"chunk that breaks off",
         "/post/ raw HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n9\\r\\nSea.\n", 3, 0,
         "ended too early"},
        {"no HTTP", "/post/ raw SSH-2.0-Harbour\\r\\n\n", 1, 0, "the answer is not HTTP"},
        {"in drops", "/post/ landscape 320x240 sea\n/post/ drip 500 1\n", 1, 200, ""},
    };
    for (const Case& c : cases) check(c);
}

TEST_CASE("network: encodings that are not what they say") {
    const Case cases[] = {
        {"gzip, as it says", "/post/ file /text.html\n/post/ gzip\n", 1, 200, ""},
        {"gzip, but plain", "/post/ file /text.html\n/post/ header Content-Encoding: gzip\n", 1, 200, ""},
        {"br, but plain", "/post/ file /text.html\n/post/ header Content-Encoding: br\n", 1, 200, ""},
        {"br, but gzip", "/post/ file /text.html\n/post/ gzip\n/post/ header Content-Encoding: br\n", 1, 200, ""},
        {"zstd, but gzip", "/post/ file /text.html\n/post/ gzip\n/post/ header Content-Encoding: zstd\n", 1, 200, ""},
        {"unknown", "/post/ file /text.html\n/post/ header Content-Encoding: sdch\n", 1, 0,
         "packed in an unknown way, sdch"},
        {"gzip, broken off",
         "/post/ raw HTTP/1.1 200 OK\\r\\nContent-Encoding: gzip\\r\\n\\r\\n\x1f\x8b\x08\n", 1, 0,
         "compression is damaged"},
    };
    for (const Case& c : cases) check(c);
}

TEST_CASE("network: an answer that grows beyond the limit is refused") {
    constexpr std::size_t limit = 50000;
    const Case cases[] = {
        {"unpacked", "/post/ file /text.html\n/post/ gzip\n", 1, 0, "larger than 50000 bytes"},
        {"as it is", "/post/ file /text.html\n", 1, 0, "larger than 50000 bytes"},
        {"without end", "/post/ raw HTTP/1.1 200 OK\\r\\nContent-Length: 99999999999\\r\\n\\r\\nSea.\n", 1, 0,
         "larger than 50000 bytes"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const Host host(c.routes);
        Guest guest(host.options());
        const Result<Response> response = guest.fetch(host.url("blog.example", "/post/"), limit);
        REQUIRE_FALSE(response.has_value());
        CHECK(response.error().kind == ErrorKind::refused);
        CHECK(response.error().message.ends_with(c.error));
        CHECK(host.requests() == c.requests);
    }
}

TEST_CASE("network: redirects in a circle end where they began") {
    check({"circle", "/post/ redirect /other/\n/other/ redirect /post/\n", 2, 0, "redirects in a circle"});
}

}  // namespace blogbind::testing
