#include "net/freshness.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "net/archive.h"
#include "net/record_transport.h"
#include "net/replay_transport.h"
#include "unit/base/temporary_folder.h"
#include "unit/net/scripted_transport.h"

namespace blogbind {

namespace {

using namespace std::chrono_literals;

const std::chrono::sys_seconds eight{1'556'697'600s};  // Wed, 01 May 2019 08:00:00 GMT
constexpr std::string_view sent_at_eight = "Wed, 01 May 2019 08:00:00 GMT";

}  // namespace

TEST_CASE("is_fresh: as long as the server has said, and not a second longer") {
    struct Case {
        std::string_view name;
        HeaderFields headers;
        std::chrono::seconds later;
        bool fresh;
    };
    const std::string date(sent_at_eight);
    const Case cases[] = {
        {"nothing said", {{"last-modified", "Mon, 01 May 2017 08:00:00 GMT"}}, 1s, false},
        {"max-age, before", {{"cache-control", "public, max-age=60"}}, 59s, true},
        {"max-age, at its end", {{"cache-control", "max-age=60"}}, 60s, false},
        {"max-age wins over Expires",
         {{"cache-control", "max-age=60"}, {"date", date}, {"expires", "Wed, 01 May 2019 07:00:00 GMT"}},
         30s,
         true},
        {"Expires, before", {{"date", date}, {"expires", "Wed, 01 May 2019 08:01:00 GMT"}}, 59s, true},
        {"Expires, after", {{"date", date}, {"expires", "Wed, 01 May 2019 08:01:00 GMT"}}, 61s, false},
        {"Expires that is no date", {{"date", date}, {"expires", "0"}}, 0s, false},
        {"Age: it was old when it came", {{"cache-control", "max-age=60"}, {"age", "50"}}, 20s, false},
        {"Date: it was old when it came",
         {{"cache-control", "max-age=60"}, {"date", "Wed, 01 May 2019 07:59:10 GMT"}},
         20s,
         false},
        {"a server whose clock is fast",
         {{"cache-control", "max-age=60"}, {"date", "Wed, 01 May 2019 09:00:00 GMT"}},
         20s,
         true},
        {"no-cache", {{"cache-control", "no-cache, max-age=60"}}, 1s, false},
        {"no-cache for one field", {{"cache-control", "max-age=60, no-cache=\"set-cookie\""}}, 1s, false},
        {"no-store", {{"cache-control", "max-age=60"}, {"cache-control", "No-Store"}}, 1s, false},
        {"must-revalidate holds when it is stale only", {{"cache-control", "max-age=60, must-revalidate"}}, 1s, true},
        {"s-maxage is for others", {{"cache-control", "s-maxage=60"}}, 1s, false},
        {"two max-ages", {{"cache-control", "max-age=60"}, {"cache-control", "max-age=10"}}, 20s, false},
        {"max-age that is no number", {{"cache-control", "max-age=soon"}}, 0s, false},
        {"max-age beyond all bounds", {{"cache-control", "max-age=99999999999999999999"}}, 86400s, true},
        {"Vary by what is always alike", {{"cache-control", "max-age=60"}, {"vary", "Accept-Encoding"}}, 1s, true},
        {"Vary by who asks", {{"cache-control", "max-age=60"}, {"vary", "Accept-Encoding, Cookie"}}, 1s, false},
        {"Vary by anything", {{"cache-control", "max-age=60"}, {"vary", "*"}}, 1s, false},
        {"the clock was set back", {{"cache-control", "max-age=60"}}, -1s, false},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(is_fresh(answer(200, c.headers), eight, eight + c.later) == c.fresh);
    }
}

TEST_CASE("replay_transport: what is fresh is asked for when it has aged, and a 304 makes it fresh again") {
    TemporaryFolder folder;
    std::chrono::sys_seconds now = eight;
    const auto archive = *Archive::open(folder.path() / "a.warc.gz", SharedFile::Mode::append, [&] { return now; });
    Answer page = answer(200, {{"cache-control", "max-age=60"}, {"etag", "\"7\""}}, "Salt.");
    page.time = eight;
    REQUIRE(archive->append(page).has_value());
    REQUIRE(archive->complete().has_value());
    Answer confirmed = answer(304, {{"cache-control", "max-age=60"}});
    confirmed.time = eight + 90s;
    ScriptedTransport server({confirmed, answer(200, {}, "New.")});
    RecordTransport record(server, *archive);
    ReplayTransport replay(record, *archive, {ReplayRules::Mode::revalidate, {}, false, true});
    const auto body_after = [&](std::chrono::seconds later) {
        now = eight + later;
        const Result<Answer> given = replay.ask({.url = url("https://blog.example/")});
        return given ? given->body : given.error().message;
    };
    CHECK(body_after(59s) == "Salt.");
    CHECK(server.asks.empty());
    CHECK(body_after(90s) == "Salt.");
    CHECK(server.asks.size() == 1);
    REQUIRE(archive->complete().has_value());
    CHECK(body_after(149s) == "Salt.");
    CHECK(server.asks.size() == 1);
    replay.set_rules({ReplayRules::Mode::refresh, {}, false, true});
    CHECK(body_after(149s) == "New.");
}

}  // namespace blogbind
