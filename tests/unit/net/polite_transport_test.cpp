#include "net/polite_transport.h"

#include "unit/net/scripted_transport.h"

namespace blogbind {

namespace {

const std::atomic<bool> never = false;
constexpr Manners at_once{.retries = 3, .first_pause = std::chrono::milliseconds(0)};

Ask request() { return {.url = url("https://blog.example/a")}; }

tl::unexpected<Error> failure(ErrorKind kind) { return fail(kind, "no"); }

}  // namespace

TEST_CASE("polite_transport: what may succeed later is tried again, and nothing else") {
    struct Case {
        std::string_view name;
        std::vector<Result<Answer>> answers;
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
        ScriptedTransport next(c.answers);
        PoliteTransport transport(next, at_once, never);
        const Result<Answer> result = transport.ask(request());
        CHECK(next.asked.size() == c.asked);
        CHECK((result ? result->status : 0) == c.status);
    }
}

TEST_CASE("polite_transport: a server that asks for a longer wait than ours is not asked again") {
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
        ScriptedTransport next(
            {answer(503, {{"date", "Wed, 01 May 2019 08:00:00 GMT"}, {"retry-after", std::string(c.retry_after)}}),
             answer(200)});
        PoliteTransport transport(next, at_once, never);
        const Result<Answer> result = transport.ask(request());
        CHECK(next.asked.size() == c.asked);
        CHECK(result.has_value() == (c.asked == 2));
    }
}

TEST_CASE("polite_transport: a wait ends when the user wants to stop") {
    struct Case {
        std::string_view name;
        Manners manners;
        Result<Answer> first;
    };
    const Case cases[] = {
        {"the server's wait", at_once, answer(429, {{"retry-after", "50"}})},
        {"our pause", {.retries = 1, .first_pause = std::chrono::seconds(50)}, failure(ErrorKind::unreachable)},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        std::atomic<bool> interrupted = false;
        ScriptedTransport next({c.first});
        next.on_ask = [&] { interrupted = true; };
        PoliteTransport transport(next, c.manners, interrupted);
        const Result<Answer> result = transport.ask(request());
        REQUIRE_FALSE(result.has_value());
        CHECK(result.error().kind == ErrorKind::interrupted);
    }
}

TEST_CASE("polite_transport: one host's delay does not hold up another") {
    std::atomic<bool> interrupted = false;
    ScriptedTransport next({answer(200), answer(200)});
    PoliteTransport transport(next, {.delay = std::chrono::hours(1)}, interrupted);
    CHECK(transport.ask(request()).has_value());
    next.on_ask = [&] { interrupted = true; };
    CHECK(transport.ask({.url = url("https://pictures.example/b")}).has_value());
    CHECK_FALSE(transport.ask(request()).has_value());
    CHECK(next.asked == std::vector<std::string>{"https://blog.example/a", "https://pictures.example/b"});
}

TEST_CASE("polite_transport: a slow lane does not hold up the host's others") {
    std::atomic<bool> interrupted = false;
    ScriptedTransport next({answer(200), answer(200)});
    PoliteTransport transport(next, {.retries = 0}, interrupted);
    const Ask index{.url = url("https://web.archive.org/i"), .crawl_delay = std::chrono::hours(1), .lane = "index"};
    CHECK(transport.ask(index).has_value());
    next.on_ask = [&] { interrupted = true; };
    CHECK(transport.ask({.url = url("https://web.archive.org/c"), .lane = "copies"}).has_value());
    CHECK_FALSE(transport.ask(index).has_value());
    CHECK(next.asked.size() == 2);
}

TEST_CASE("polite_transport: where insisting is of no use, silence is not asked again") {
    ScriptedTransport next({failure(ErrorKind::unreachable), answer(503), answer(200)});
    PoliteTransport transport(next, {.retries = 3, .insists = false, .first_pause = {}}, never);
    CHECK_FALSE(transport.ask(request()).has_value());
    CHECK(next.asked.size() == 1);
    CHECK(transport.ask(request()).has_value());
    CHECK(next.asked.size() == 3);
}

TEST_CASE("polite_transport: a host is left alone as dead where nobody answered, else as one that refuses") {
    struct Case {
        std::string_view name;
        Result<Answer> failure;
        ErrorKind kind;
    };
    const Case cases[] = {
        {"dead", failure(ErrorKind::unreachable), ErrorKind::unreachable},
        {"overloaded", answer(503), ErrorKind::refused},
        {"forbids everything", answer(403), ErrorKind::refused},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        ScriptedTransport next(std::vector<Result<Answer>>(20, c.failure));
        PoliteTransport transport(next, {.retries = 0}, never);
        for (int i = 0; i < 20; ++i) (void)transport.ask(request());
        const Result<Answer> result = transport.ask(request());
        REQUIRE_FALSE(result.has_value());
        CHECK(result.error().kind == c.kind);
    }
}

TEST_CASE("polite_transport: the user is told how long a server wants to be left in peace") {
    ScriptedTransport next({answer(429, {{"retry-after", "3600"}})});
    PoliteTransport transport(next, at_once, never);
    const Result<Answer> result = transport.ask(request());
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().kind == ErrorKind::refused);
    CHECK(result.error().message ==
          "https://blog.example/a answered 429 and asks for 3600 s of patience; try again later");
}

TEST_CASE("polite_transport: a long wait is told before it is waited") {
    std::atomic<bool> interrupted = false;
    ScriptedTransport next({answer(503, {{"retry-after", "50"}})});
    std::string told;
    PoliteTransport transport(next, at_once, interrupted, [&](std::string_view text) {
        told = text;
        interrupted = true;
    });
    CHECK_FALSE(transport.ask(request()).has_value());
    CHECK(told == "blog.example asks for 50 s of patience");
}

TEST_CASE("polite_transport: a host that fails again and again is left alone, others are not") {
    struct Case {
        std::string_view name;
        Result<Answer> failure;
        std::size_t asked_before;
    };
    const Case cases[] = {
        {"dead", failure(ErrorKind::unreachable), 5},
        {"overloaded", answer(503), 5},
        {"too many requests", answer(429), 5},
        {"forbids everything", answer(403), 20},
        {"many pictures gone", answer(404), 30},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        ScriptedTransport next(std::vector<Result<Answer>>(31, c.failure));
        PoliteTransport transport(next, {.retries = 0}, never);
        for (int i = 0; i < 30; ++i) (void)transport.ask(request());
        CHECK(next.asked.size() == c.asked_before);
        (void)transport.ask({.url = url("https://pictures.example/b")});
        CHECK(next.asked.size() == c.asked_before + 1);
    }
}

TEST_CASE("polite_transport: one success and a host's failures are forgotten") {
    std::vector<Result<Answer>> answers(12, answer(500));
    answers[4] = answer(200);
    ScriptedTransport next(answers);
    PoliteTransport transport(next, {.retries = 0}, never);
    for (int i = 0; i < 12; ++i) (void)transport.ask(request());
    CHECK(next.asked.size() == 10);
}

}  // namespace blogbind
