#include "net/polite_fetcher.h"

#include "unit/net/scripted_fetcher.h"

namespace blogbind {

namespace {

const std::atomic<bool> never = false;
constexpr Manners at_once{.retries = 3, .first_pause = std::chrono::milliseconds(0)};

Request request() { return {.url = url("https://blog.example/a"), .referrer = {}}; }

tl::unexpected<Error> failure(ErrorKind kind) { return fail(kind, "no"); }

}  // namespace

TEST_CASE("polite_fetcher: what may succeed later is tried again, and nothing else") {
    struct Case {
        std::string_view name;
        std::vector<Result<Response>> answers;
        std::size_t asked;
        int status;  ///< 0: an error
    };
    const Case cases[] = {
        {"success", {answer(200)}, 1, 200},
        {"not found", {answer(404)}, 1, 404},
        {"forbidden", {answer(403)}, 1, 403},
        {"too many requests", {answer(429), answer(200)}, 2, 200},
        {"server's error", {answer(500), answer(502), answer(503), answer(200)}, 4, 200},
        {"gateway's silence", {answer(504), answer(200)}, 2, 200},
        {"not implemented", {answer(501)}, 1, 501},
        {"broken connection", {failure(ErrorKind::unreachable), answer(200)}, 2, 200},
        {"no such host", {failure(ErrorKind::not_found)}, 1, 0},
        {"refused by a rule", {failure(ErrorKind::refused)}, 1, 0},
        {"interrupted", {failure(ErrorKind::interrupted)}, 1, 0},
        {"never", {answer(503), answer(503), answer(503), answer(503)}, 4, 503},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        ScriptedFetcher next(c.answers);
        PoliteFetcher fetcher(next, at_once, never);
        const Result<Response> result = fetcher.fetch(request());
        CHECK(next.asked.size() == c.asked);
        CHECK((result ? result->status : 0) == c.status);
    }
}

TEST_CASE("polite_fetcher: a server that asks for a longer wait than ours is not asked again") {
    struct Case {
        std::string_view name, retry_after;
        std::size_t asked;
    };
    const Case cases[] = {
        {"seconds", "61", 1},
        {"seconds beyond all numbers", "99999999999", 1},
        {"no wait", "0", 2},
        {"date", "Wed, 01 May 2019 09:00:00 GMT", 1},
        {"date that is past", "Wed, 01 May 2019 07:00:00 GMT", 2},
        {"nonsense", "soon", 2},
        {"negative", "-5", 2},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        ScriptedFetcher next(
            {answer(503, {{"date", "Wed, 01 May 2019 08:00:00 GMT"}, {"retry-after", std::string(c.retry_after)}}),
             answer(200)});
        PoliteFetcher fetcher(next, at_once, never);
        const Result<Response> result = fetcher.fetch(request());
        REQUIRE(result.has_value());
        CHECK(next.asked.size() == c.asked);
        CHECK(result->status == (c.asked == 1 ? 503 : 200));
    }
}

TEST_CASE("polite_fetcher: a wait ends when the user wants to stop") {
    struct Case {
        std::string_view name;
        Manners manners;
        Result<Response> first;
    };
    const Case cases[] = {
        {"the server's wait", at_once, answer(429, {{"retry-after", "50"}})},
        {"our pause", {.retries = 1, .first_pause = std::chrono::seconds(50)}, failure(ErrorKind::unreachable)},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        std::atomic<bool> interrupted = false;
        ScriptedFetcher next({c.first});
        next.on_fetch = [&] { interrupted = true; };
        PoliteFetcher fetcher(next, c.manners, interrupted);
        const Result<Response> result = fetcher.fetch(request());
        REQUIRE_FALSE(result.has_value());
        CHECK(result.error().kind == ErrorKind::interrupted);
    }
}

TEST_CASE("polite_fetcher: one host's delay does not hold up another") {
    std::atomic<bool> interrupted = false;
    ScriptedFetcher next({answer(200), answer(200)});
    PoliteFetcher fetcher(next, {.delay = std::chrono::hours(1)}, interrupted);
    CHECK(fetcher.fetch(request()).has_value());
    next.on_fetch = [&] { interrupted = true; };
    CHECK(fetcher.fetch({.url = url("https://pictures.example/b"), .referrer = {}}).has_value());
    CHECK_FALSE(fetcher.fetch(request()).has_value());
    CHECK(next.asked == std::vector<std::string>{"https://blog.example/a", "https://pictures.example/b"});
}

}  // namespace blogbind
