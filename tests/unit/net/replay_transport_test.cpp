#include "net/replay_transport.h"

#include <filesystem>

#include "net/record_transport.h"
#include "unit/base/temporary_folder.h"
#include "unit/net/kept_blog.h"

namespace blogbind {

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using Mode = SharedFile::Mode;

}  // namespace

TEST_CASE("replay_transport: what is asked of the server in each mode") {
    using Rules = ReplayRules::Mode;
    struct Case {
        std::string_view name;
        Rules mode;
        std::string_view settled;  ///< the address that need not be asked for
        bool completed;            ///< the run before
        HeaderFields held;
        int held_status;
        std::string_view asked;  ///< "nothing", "conditionally", "again"
    };
    const HeaderFields tagged{{"etag", "\"7\""}, {"last-modified", "Wed, 01 May 2019 08:00:00 GMT"}};
    const Case cases[] = {
        {"after a whole run", Rules::revalidate, "", true, tagged, 200, "conditionally"},
        {"after a whole run, no validator", Rules::revalidate, "", true, {}, 200, "again"},
        {"after a killed run", Rules::revalidate, "", false, tagged, 200, "nothing"},
        {"after a killed run, moved", Rules::revalidate, "", false, {{"location", "/b"}}, 301, "nothing"},
        {"after a killed run, gone", Rules::revalidate, "", false, {}, 404, "nothing"},
        {"after a killed run, failed", Rules::revalidate, "", false, {}, 503, "again"},
        {"offline", Rules::offline, "", true, tagged, 200, "nothing"},
        {"refresh", Rules::refresh, "", true, tagged, 200, "again"},
        {"known not to have changed", Rules::revalidate, "https://blog.example/a", true, {}, 200, "nothing"},
        {"another has not changed", Rules::revalidate, "https://blog.example/b", true, tagged, 200, "conditionally"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        TemporaryFolder folder;
        TestClock clock;
        const fs::path path = folder.path() / "a.warc.gz";
        {
            const auto archive = opened(path, clock);
            REQUIRE(archive->append(page("https://blog.example/a", "Salt.", c.held, c.held_status)).has_value());
            if (c.completed) REQUIRE(archive->complete().has_value());
        }
        const auto archive = opened(path, clock);
        ScriptedTransport server({answer(200, {}, "New.")});
        RecordTransport record(server, *archive);
        ReplayTransport replay(record, *archive,
                               {c.mode, [&](const Capture& held) { return held.url == c.settled; }, false});
        CHECK(replay.ask({.url = url("https://blog.example/a")}).has_value());
        const std::size_t asks = server.asks.size();
        const bool conditional = asks == 1 && !server.asks[0].headers.empty();
        CHECK((asks == 0 ? "nothing" : conditional ? "conditionally" : "again") == c.asked);
        CHECK(replay.answered() == (asks == 0 ? 1 : 0));
    }
}

TEST_CASE("replay_transport: a 304 gives the page that is held, with its new headers and its old time") {
    TemporaryFolder folder;
    TestClock clock;
    const auto archive = opened(folder.path() / "a.warc.gz", clock);
    REQUIRE(archive->append(page("https://blog.example/a", "Salt.", {{"etag", "1"}, {"content-type", "text/html"}}))
                .has_value());
    REQUIRE(archive->complete().has_value());
    for (int run = 0; run < 2; ++run) {
        Answer unmodified = answer(304, {{"etag", "2"}, {"cache-control", "no-cache"}, {"content-type", "text/plain"}});
        unmodified.time = morning + 24h;
        ScriptedTransport server({unmodified});
        RecordTransport record(server, *archive);
        ReplayTransport replay(record, *archive, {});
        const Result<Answer> given = replay.ask({.url = url("https://blog.example/a")});
        REQUIRE(given.has_value());
        CHECK(given->status == 200);
        CHECK(given->body == "Salt.");
        CHECK(given->header("etag") == "2");
        CHECK(given->header("content-type") == "text/html");
        CHECK(given->time == morning);
        REQUIRE(archive->complete().has_value());
    }
}

TEST_CASE("replay_transport: a 304 for bytes that another address brought first gives them with their own headers") {
    TemporaryFolder folder;
    TestClock clock;
    const fs::path path = folder.path() / "a.warc.gz";
    {
        const auto archive = opened(path, clock);
        REQUIRE(
            archive
                ->append(page("https://blog.example/a.gif", "GIF89a", {{"etag", "1"}, {"content-type", "text/plain"}}))
                .has_value());
        REQUIRE(
            archive
                ->append(page("https://blog.example/b.gif", "GIF89a", {{"etag", "2"}, {"content-type", "image/gif"}}))
                .has_value());
        REQUIRE(archive->complete().has_value());
    }
    for (int run = 0; run < 3; ++run) {
        CAPTURE(run);
        const auto archive = opened(path, clock);
        ScriptedTransport server({answer(304)});
        RecordTransport record(server, *archive);
        ReplayTransport replay(record, *archive, {});
        const Result<Answer> given = replay.ask({.url = url("https://blog.example/b.gif")});
        REQUIRE(given.has_value());
        CHECK(given->status == 200);
        CHECK(given->body == "GIF89a");
        CHECK(given->header("content-type") == "image/gif");
        CHECK(server.asks[0].headers == HeaderFields{{"If-None-Match", "2"}});
        REQUIRE(archive->complete().has_value());
    }
}

TEST_CASE("replay_transport: offline, what is not there is an error that says so") {
    TemporaryFolder folder;
    TestClock clock;
    const auto archive = opened(folder.path() / "a.warc.gz", clock, Mode::read);
    ScriptedTransport server({});
    ReplayTransport replay(server, *archive, {ReplayRules::Mode::offline, {}, false});
    const Result<Answer> result = replay.ask({.url = url("https://blog.example/a")});
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().message == "https://blog.example/a: is not in the archive, and --offline asks for nothing");
}

TEST_CASE("replay_transport: what has vanished is answered from the archive where that is wanted") {
    for (const bool keeps : {true, false}) {
        CAPTURE(keeps);
        TemporaryFolder folder;
        TestClock clock;
        const auto archive = opened(folder.path() / "a.warc.gz", clock);
        REQUIRE(archive->append(page("https://blog.example/a", "Salt.")).has_value());
        REQUIRE(archive->complete().has_value());
        ScriptedTransport server({answer(410, {}, "Gone.")});
        RecordTransport record(server, *archive);
        ReplayTransport replay(record, *archive, {ReplayRules::Mode::revalidate, {}, keeps});
        CHECK(replay.ask({.url = url("https://blog.example/a")})->body == (keeps ? "Salt." : "Gone."));
    }
}

TEST_CASE("replay_transport: an interruption of days is no reason to believe what was archived then") {
    TemporaryFolder folder;
    TestClock clock;
    const auto archive = opened(folder.path() / "a.warc.gz", clock);
    REQUIRE(archive->append(page("https://blog.example/a", "Salt.")).has_value());
    clock.now += 25h;
    ScriptedTransport server({answer(200, {}, "New.")});
    RecordTransport record(server, *archive);
    ReplayTransport replay(record, *archive, {});
    CHECK(replay.ask({.url = url("https://blog.example/a")})->body == "New.");
}

}  // namespace blogbind
