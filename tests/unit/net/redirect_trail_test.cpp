#include "net/redirect_trail.h"

#include "unit/net/scripted_transport.h"

namespace blogbind {

namespace {

Answer moved(std::string_view location) { return answer(302, {{"location", std::string(location)}}); }

}  // namespace

TEST_CASE("redirect_trail: every address on the way is remembered") {
    RedirectTrail trail(url("http://blog.example/a"), 10);
    REQUIRE(trail.follow(moved("https://blog.example/a")) == true);
    REQUIRE(trail.follow(moved("../b?c")) == true);
    REQUIRE(trail.follow(answer(200)) == false);
    CHECK(trail.url().text() == "https://blog.example/b?c");
    CHECK(trail.passed() == std::vector<Url>{url("http://blog.example/a"), url("https://blog.example/a")});
}

TEST_CASE("redirect_trail: only redirects with a place lead on") {
    RedirectTrail trail(url("http://blog.example/a"), 10);
    CHECK(trail.follow(answer(302)) == false);
    CHECK(trail.follow(answer(300, {{"location", "/b"}})) == false);
    CHECK(trail.follow(answer(201, {{"location", "/b"}})) == false);
    CHECK(trail.follow(answer(308, {{"location", "/b"}})) == true);
}

TEST_CASE("redirect_trail: what leads nowhere is an error") {
    struct Case {
        std::string_view name;
        std::vector<std::string_view> locations;
        ErrorKind kind;
        std::string_view message;
    };
    const Case cases[] = {
        {"itself", {"/a"}, ErrorKind::unreachable, "http://blog.example/a: redirects in a circle"},
        {"circle", {"/b", "/c", "/b"}, ErrorKind::unreachable, "http://blog.example/a: redirects in a circle"},
        {"without end",
         {"/1", "/2", "/3", "/4"},
         ErrorKind::unreachable,
         "http://blog.example/a: more than 3 redirects"},
        {"file",
         {"file:///etc/passwd"},
         ErrorKind::refused,
         "http://blog.example/a: redirects to file:///etc/passwd, which is no web address"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        RedirectTrail trail(url("http://blog.example/a"), 3);
        for (std::size_t i = 0; i + 1 < c.locations.size(); ++i) REQUIRE(trail.follow(moved(c.locations[i])) == true);
        const Result<bool> result = trail.follow(moved(c.locations.back()));
        REQUIRE_FALSE(result.has_value());
        CHECK(result.error().kind == c.kind);
        CHECK(result.error().message == c.message);
    }
}

TEST_CASE("redirect_trail: a site may set a cookie and ask to come again") {
    RedirectTrail trail(url("http://blog.example/a"), 3);
    const Answer again = answer(302, {{"location", "/a"}, {"set-cookie", "seen=1"}});
    for (int i = 0; i < 3; ++i) CHECK(trail.follow(again) == true);
    CHECK_FALSE(trail.follow(again).has_value());
}

}  // namespace blogbind
