#include "net/http_fetcher.h"

#include "base/gzip.h"
#include "unit/net/scripted_transport.h"

namespace blogbind {

namespace {

Request request(std::string_view address) { return {.url = url(address), .referrer = {}}; }

}  // namespace

TEST_CASE("http_fetcher: every redirect is an exchange of its own, and the way is told") {
    ScriptedTransport transport({answer(301, {{"location", "/b"}}), answer(200, {}, "here")});
    const Result<Response> response = HttpFetcher(transport).fetch(request("https://blog.example/a#comments"));
    REQUIRE(response.has_value());
    CHECK(response->body == "here");
    CHECK(response->url.text() == "https://blog.example/b");
    CHECK(response->redirects.size() == 1);
    CHECK(transport.asked == std::vector<std::string>{"https://blog.example/a", "https://blog.example/b"});
}

TEST_CASE("http_fetcher: secrets are not for a plain connection after a secure one") {
    struct Case {
        std::string_view name, from, to;
        bool may_know;
    };
    const Case cases[] = {
        {"secure", "https://blog.example/", "https://blog.example/b", true},
        {"plain from the start", "http://blog.example/", "http://blog.example/b", true},
        {"made secure", "http://blog.example/", "https://blog.example/b", true},
        {"made plain", "https://blog.example/", "http://blog.example/b", false},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        ScriptedTransport transport({answer(302, {{"location", std::string(c.to)}}), answer(200)});
        REQUIRE(HttpFetcher(transport).fetch(request(c.from)).has_value());
        CHECK(transport.asks.back().may_know_secrets == c.may_know);
    }
}

TEST_CASE("http_fetcher: what was packed is unpacked, within the request's limit") {
    struct Case {
        std::string_view name;
        Answer sent;
        std::size_t limit;
    };
    const std::string plain(5000, 'x'), packed = gzip_member(plain);
    const Case cases[] = {
        {"packed", answer(200, {{"content-encoding", "gzip"}}, packed), 5000},
        {"packed, too much", answer(200, {{"content-encoding", "gzip"}}, packed), 4999},
        {"as it is", answer(200, {}, plain), 5000},
        {"too much, as archives may hold", answer(200, {}, plain), 4999},
    };
    Request asked = request("https://blog.example/a");
    for (const Case& c : cases) {
        CAPTURE(c.name);
        asked.body_limit = c.limit;
        ScriptedTransport transport({c.sent});
        const Result<Response> response = HttpFetcher(transport).fetch(asked);
        CHECK(response.has_value() == (c.limit == 5000));
        if (response) CHECK(response->body == std::string(5000, 'x'));
        if (!response) CHECK(response.error().message == "https://blog.example/a: larger than 4999 bytes");
    }
}

TEST_CASE("http_fetcher: only what an archive holds has a time that can be told again") {
    Answer archived = answer(200);
    archived.record = "urn:uuid:2f6c";
    archived.time = std::chrono::sys_seconds(std::chrono::seconds(1'556'697'600));
    ScriptedTransport transport({archived, answer(200)});
    HttpFetcher fetcher(transport);
    CHECK(fetcher.fetch(request("https://blog.example/a"))->retrieved == archived.time);
    CHECK_FALSE(fetcher.fetch(request("https://blog.example/a"))->retrieved.has_value());
}

}  // namespace blogbind
