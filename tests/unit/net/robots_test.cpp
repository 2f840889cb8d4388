#include "net/robots.h"

#include "net/robots_transport.h"
#include "unit/net/scripted_transport.h"

namespace blogbind {

TEST_CASE("robots: the longest rule that fits decides") {
    struct Case {
        std::string_view name, text, target;
        bool allowed;
    };
    const Case cases[] = {
        {"empty file", "", "/a", true},
        {"no rule", "User-agent: *\nDisallow:\n", "/a", true},
        {"everything forbidden", "User-agent: *\nDisallow: /\n", "/a", false},
        {"the file itself", "User-agent: *\nDisallow: /\n", "/robots.txt", true},
        {"other folder", "User-agent: *\nDisallow: /wp-admin/\n", "/2019/a", true},
        {"folder", "User-agent: *\nDisallow: /wp-admin/\n", "/wp-admin/x", false},
        {"exception", "User-agent: *\nDisallow: /wp/\nAllow: /wp/pictures/\n", "/wp/pictures/a.jpg", true},
        {"exception that is shorter", "User-agent: *\nDisallow: /wp/pictures\nAllow: /wp\n", "/wp/pictures/a", false},
        {"as long", "User-agent: *\nDisallow: /a\nAllow: /a\n", "/a", true},
        {"star", "User-agent: *\nDisallow: /*?replytocom=\n", "/a/?replytocom=7", false},
        {"star that does not fit", "User-agent: *\nDisallow: /*?replytocom=\n", "/a/?page=7", true},
        {"end", "User-agent: *\nDisallow: /*.gif$\n", "/a.gif", false},
        {"more than the end", "User-agent: *\nDisallow: /*.gif$\n", "/a.gif?x", true},
        {"our own group", "User-agent: *\nDisallow: /\n\nUser-agent: BlogBind\nAllow: /\n", "/a", true},
        {"our group alone counts", "User-agent: blogbind\nDisallow: /x\n\nUser-agent: *\nDisallow: /\n", "/a", true},
        {"our group, with others", "User-agent: a\nUser-agent: blogbind\nDisallow: /\n", "/a", false},
        {"our group, in two places", "User-agent: blogbind\nAllow: /a\n\nUser-agent: blogbind\nDisallow: /b\n", "/b",
         false},
        {"a longer name is not ours", "User-agent: blogbinder\nDisallow: /\n", "/a", true},
        {"other people's group", "User-agent: other\nDisallow: /\n", "/a", true},
        {"comments and capitals", "USER-AGENT: * # all\r\ndisallow: /a # no\r\n", "/a", false},
        {"a sitemap between", "User-agent: *\nSitemap: https://x.example/s.xml\nDisallow: /a\n", "/a", false},
        {"escapes", "User-agent: *\nDisallow: /caf\xc3\xa9\n", "/caf%C3%A9", false},
        {"nonsense", "\xff\xfe what\nDisallow: /\n: /\nUser-agent\n", "/a", true},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(RobotsRules::parse(c.text, "blogbind").allows(c.target) == c.allowed);
    }
}

TEST_CASE("robots: the wanted delay is read, and no typing error stops a run") {
    struct Case {
        std::string_view value;
        int milliseconds;
    };
    for (const Case& c : {Case{"2", 2000}, Case{"0.5", 500}, Case{"86400", 30000}, Case{"-1", 0}, Case{"soon", 0},
                          Case{"nan", 0}}) {
        CAPTURE(c.value);
        const std::string text = "User-agent: *\nCrawl-delay: " + std::string(c.value) + "\n";
        CHECK(RobotsRules::parse(text, "blogbind").crawl_delay() == std::chrono::milliseconds(c.milliseconds));
    }
}

TEST_CASE("robots: many stars do not cost much") {
    std::string text = "User-agent: *\nDisallow: /";
    for (int i = 0; i < 2000; ++i) text += "*a";
    const std::string target = "/" + std::string(2000, 'a');
    CHECK_FALSE(RobotsRules::parse(text + "\n", "blogbind").allows(target));
    CHECK(RobotsRules::parse(text + "b$\n", "blogbind").allows(target));
}

TEST_CASE("robots_transport: the file is asked for once a site, and obeyed") {
    ScriptedTransport next({answer(200, {}, "User-agent: *\nDisallow: /private\nCrawl-delay: 3\n"), answer(200), answer(200)});
    RobotsTransport transport(next, "blogbind");
    CHECK(transport.ask({.url = url("https://blog.example/a")}).has_value());
    const Result<Answer> forbidden = transport.ask({.url = url("https://blog.example/private/b")});
    REQUIRE_FALSE(forbidden.has_value());
    CHECK(forbidden.error().kind == ErrorKind::refused);
    CHECK(transport.ask({.url = url("https://blog.example/c")}).has_value());
    CHECK(next.asked == std::vector<std::string>{"https://blog.example/robots.txt", "https://blog.example/a",
                                                 "https://blog.example/c"});
    CHECK(next.asks.back().crawl_delay == std::chrono::seconds(3));
}

TEST_CASE("robots_transport: what its absence means") {
    struct Case {
        std::string_view name;
        Result<Answer> robots;
        bool allowed;
    };
    const Case cases[] = {
        {"none", answer(404), true},
        {"not for us to see", answer(403), true},
        {"the server fails", answer(503), false},
        {"no answer at all", fail(ErrorKind::unreachable, "connection refused"), true},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        ScriptedTransport next({c.robots, answer(200)});
        CHECK(RobotsTransport(next, "blogbind").ask({.url = url("https://blog.example/a")}).has_value() == c.allowed);
    }
}

TEST_CASE("robots_transport: a site's file may stand elsewhere") {
    ScriptedTransport next({answer(301, {{"location", "https://www.blog.example/robots.txt"}}),
                            answer(200, {}, "User-agent: *\nDisallow: /\n")});
    CHECK_FALSE(RobotsTransport(next, "blogbind").ask({.url = url("https://blog.example/a")}).has_value());
}

}  // namespace blogbind
