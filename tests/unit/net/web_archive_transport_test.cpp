#include "net/web_archive_transport.h"

#include "unit/net/scripted_transport.h"

namespace blogbind {

namespace {

const std::set<std::string> hosts{"web.archive.org"};

Ask copy() {
    return {.url = url("https://web.archive.org/web/20190503101500id_/https://blog.example/"),
            .may_know_secrets = true};
}
tl::unexpected<Error> silence() { return fail(ErrorKind::unreachable, "no"); }

}  // namespace

TEST_CASE("web_archive_transport: an archive that is not there is asked once, one that was there a few times more") {
    struct Case {
        std::string_view name;
        std::vector<Result<Answer>> answers;  ///< as many times it is asked
        std::size_t asked;
    };
    const Result<Answer> nobody = silence(), no_host = fail(ErrorKind::not_found, "no"),
                         too_large = fail(ErrorKind::refused, "no");
    const Case cases[] = {
        {"never there", {nobody, answer(200), answer(200)}, 1},
        {"no such host", {no_host, answer(200)}, 1},
        {"too many requests", {answer(200), answer(429), answer(200)}, 2},
        {"there at first", {answer(200), nobody, nobody, nobody, answer(200)}, 4},
        {"slow now and then", {answer(200), nobody, nobody, answer(404), nobody, nobody, answer(200)}, 7},
        {"a copy that is too large", {too_large, answer(200)}, 2},
        {"broken copies", {answer(503), answer(503), answer(200)}, 3},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        ScriptedTransport next(c.answers);
        WebArchiveTransport transport(next, hosts);
        for (std::size_t i = 0; i < c.answers.size(); ++i) (void)transport.ask(copy());
        CHECK(next.asked.size() == c.asked);
    }
}

TEST_CASE("web_archive_transport: the archive is asked slowly, its index more slowly, and told no secrets") {
    ScriptedTransport next({answer(200), answer(200)});
    WebArchiveTransport transport(next, hosts);
    (void)transport.ask(copy());
    (void)transport.ask({.url = url("https://web.archive.org/cdx/search/cdx?url=x"), .may_know_secrets = true});
    REQUIRE(next.asks.size() == 2);
    CHECK(next.asks[0].crawl_delay == std::chrono::milliseconds(125));
    CHECK(next.asks[1].crawl_delay == std::chrono::milliseconds(2500));
    CHECK(next.asks[0].lane != next.asks[1].lane);
    for (const Ask& ask : next.asks) CHECK_FALSE(ask.may_know_secrets);
}

TEST_CASE("web_archive_transport: where an archived redirect leads out of the archive, nobody is asked") {
    ScriptedTransport next({});
    const Result<Answer> result = WebArchiveTransport(next, hosts).ask({.url = url("https://blog.example/")});
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().kind == ErrorKind::refused);
}

TEST_CASE("web_archive_transport: silence is not insisted on, and a new try waits for a minute") {
    const Manners manners = WebArchiveTransport::patient({.retries = 3});
    CHECK_FALSE(manners.insists);
    CHECK(manners.retries == 1);
    CHECK(manners.first_pause == std::chrono::minutes(1));
    CHECK(WebArchiveTransport::patient({.retries = 0}).retries == 0);
}

}  // namespace blogbind
