#include "net/wayback.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "net/timestamp.h"

using namespace blogbind;

namespace {

Url url(std::string_view text) { return *Url::parse(text); }

const Url post = url("https://blog.example/2019/05/ferry/");

std::string joined_timestamps(const std::vector<wayback::Copy>& copies) {
    std::string text;
    for (const wayback::Copy& copy : copies) text += (text.empty() ? "" : " ") + copy.timestamp;
    return text;
}

std::vector<wayback::Copy> copies_at(std::initializer_list<std::string> timestamps) {
    std::vector<wayback::Copy> copies;
    for (const std::string& timestamp : timestamps) copies.push_back({timestamp, post});
    return copies;
}

}  // namespace

TEST_CASE("wayback: a timestamp is a time, or nothing") {
    struct Case {
        std::string_view name, timestamp;
        bool is_time;
    };
    const Case cases[] = {
        {"usual", "20190503101500", true},        {"leap day", "20200229235959", true},
        {"no such day", "20190229000000", false}, {"no such hour", "20190503241500", false},
        {"month 0", "20190003101500", false},     {"too short", "2019050310", false},
        {"too long", "201905031015001", false},   {"letters", "2019050310150x", false},
        {"sign", "-2019050310150", false},        {"empty", "", false},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const auto time = time_of_timestamp(c.timestamp);
        CHECK(time.has_value() == c.is_time);
        if (time) CHECK(timestamp_of(*time) == c.timestamp);
    }
}

TEST_CASE("wayback: addresses of copies are made and read back") {
    const Url server = url("https://web.archive.org/");
    const Url original = url("http://blog.example/?p=12&lang=en#more");
    const auto stored = wayback::copy_address(server, "20190503101500", original, wayback::Rendering::as_stored);
    const auto shown = wayback::copy_address(server, "20190503101500", original, wayback::Rendering::for_people);
    REQUIRE(stored);
    REQUIRE(shown);
    CHECK(stored->text() == "https://web.archive.org/web/20190503101500id_/http://blog.example/?p=12&lang=en");
    CHECK(shown->text() == "https://web.archive.org/web/20190503101500/http://blog.example/?p=12&lang=en");
    for (const Url& address : {*stored, *shown}) {
        const auto copy = wayback::copy_at(address);
        REQUIRE(copy);
        CHECK(copy->timestamp == "20190503101500");
        CHECK(copy->original.text() == "http://blog.example/?p=12&lang=en");
    }
}

TEST_CASE("wayback: what is no address of a copy is none") {
    struct Case {
        std::string_view name, address, original;
    };
    const Case cases[] = {
        {"folded slashes", "https://web.archive.org/web/20190503101500/https:/blog.example/a",
         "https://blog.example/a"},
        {"below a path", "https://own.example/archive/web/20190503101500id_/http://blog.example/",
         "http://blog.example/"},
        {"the calendar", "https://web.archive.org/web/20190000000000*/blog.example", ""},
        {"a short timestamp", "https://web.archive.org/web/2019/http://blog.example/", "http://blog.example/"},
        {"no timestamp", "https://web.archive.org/web/201/http://blog.example/", ""},
        {"no web address", "https://web.archive.org/web/20190503101500id_/ftp://blog.example/", ""},
        {"javascript", "https://web.archive.org/web/20190503101500id_/javascript:alert(1)", ""},
        {"the site itself", "https://blog.example/web/", ""},
        {"nothing behind it", "https://web.archive.org/web/20190503101500id_/", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const auto copy = wayback::copy_at(url(c.address));
        CHECK((copy ? copy->original.text() : "") == c.original);
    }
}

TEST_CASE("wayback: questions hold the whole address, encoded") {
    const Url original = url("https://blog.example/?p=12&lang=en");
    const auto available = wayback::availability_address(url("https://web.archive.org/"), original);
    CHECK(available->text() ==
          "https://archive.org/wayback/available?url=https%3A%2F%2Fblog.example%2F%3Fp%3D12%26lang%3Den");
    const auto own = wayback::availability_address(url("http://10.0.0.1:8080/archive/"), original);
    CHECK(own->text().starts_with("http://10.0.0.1:8080/archive/wayback/available?url=https%3A"));
    const auto index = wayback::index_address(url("https://web.archive.org/"), original, wayback::Listing::newest);
    CHECK(index->parameter("url") == original.text());
    CHECK(index->parameter("limit") == "-20");
}

TEST_CASE("wayback: the index's whole copies of the address itself are taken") {
    struct Case {
        std::string_view name, json, timestamps;
    };
    const Case cases[] = {
        {"usual",
         R"([["timestamp","original","mimetype","statuscode"],
             ["20190504000000","https://blog.example/2019/05/ferry/","text/html","200"],
             ["20200101000000","http://www.blog.example:80/2019/05/ferry","text/html","200"]])",
         "20190504000000 20200101000000"},
        {"other columns, other order",
         R"([["urlkey","statuscode","original","timestamp"],
             ["example,blog)/","200","https://blog.example/2019/05/ferry/","20190504000000"]])",
         "20190504000000"},
        {"redirects and errors",
         R"([["timestamp","original","statuscode"],
             ["20190504000000","https://blog.example/2019/05/ferry/","301"],
             ["20190505000000","https://blog.example/2019/05/ferry/","-"],
             ["20190506000000","https://blog.example/2019/05/ferry/","404"]])",
         ""},
        {"another address",
         R"([["timestamp","original","statuscode"], ["20190504000000","https://evil.example/2019/05/ferry/","200"]])",
         ""},
        {"no time",
         R"([["timestamp","original","statuscode"], ["20191399000000","https://blog.example/2019/05/ferry/","200"]])",
         ""},
        {"short rows, other types",
         R"([["timestamp","original","statuscode"], [], ["20190504000000"], 7, null, {"a": 1}, [1, 2, 3],
             ["20190507000000","https://blog.example/2019/05/ferry/","200"]])",
         "20190507000000"},
        {"no header", R"([[], ["20190504000000","https://blog.example/2019/05/ferry/","200"]])", ""},
        {"empty list", "[]", ""},
        {"an object", R"({"error": "no"})", ""},
        {"a page", "<html>502 Bad Gateway</html>", ""},
        {"nothing", "", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(joined_timestamps(wayback::listed_copies(c.json, post)) == c.timestamps);
    }
}

TEST_CASE("wayback: an answer about availability is believed only as far as it fits") {
    const auto answer = [](std::string_view members) {
        return R"({"url": "x", "archived_snapshots": {"closest": {)" + std::string(members) + "}}}";
    };
    struct Case {
        std::string_view name;
        std::string json;
        std::string_view timestamp;
    };
    const std::string address =
        R"("url": "http://web.archive.org/web/20190504000000/https://blog.example/2019/05/ferry/")";
    const Case cases[] = {
        {"usual", answer(R"("status": "200", "available": true, "timestamp": "20190504000000", )" + address),
         "20190504000000"},
        {"a redirect", answer(R"("status": "301", "available": true, "timestamp": "20190504000000", )" + address), ""},
        {"not there", answer(R"("status": "200", "available": false, "timestamp": "20190504000000", )" + address), ""},
        {"no time", answer(R"("status": "200", "available": true, "timestamp": "tomorrow", )" + address), ""},
        {"another address", answer(R"("status": "200", "available": true, "timestamp": "20190504000000",
                   "url": "http://web.archive.org/web/20190504000000/https://evil.example/")"),
         ""},
        {"no copy's address",
         answer(R"("status": "200", "available": true, "timestamp": "20190504000000", "url": "file:///etc/passwd")"),
         ""},
        {"nothing archived", R"({"archived_snapshots": {}})", ""},
        {"a list", "[1]", ""},
        {"a page", "<html></html>", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const auto copy = wayback::available_copy(c.json, post);
        CHECK((copy ? copy->timestamp : "") == c.timestamp);
    }
}

TEST_CASE("wayback: the copy nearest to the post's date comes first, and without one the newest") {
    std::vector<wayback::Copy> copies =
        copies_at({"20150101000000", "20190501000000", "20190601000000", "20230101000000"});
    wayback::sort_by_nearness(copies, time_of_timestamp("20190520000000"));
    CHECK(joined_timestamps(copies) == "20190601000000 20190501000000 20230101000000 20150101000000");
    wayback::sort_by_nearness(copies, std::nullopt);
    CHECK(joined_timestamps(copies) == "20230101000000 20190601000000 20190501000000 20150101000000");
}

TEST_CASE("wayback: only what was public can be in a public archive") {
    struct Case {
        std::string_view name, address;
        bool can_be;
    };
    const Case cases[] = {
        {"a blog", "https://blog.example.org/a", true},
        {"a port", "http://blog.example.org:8080/", true},
        {"public address", "http://93.184.216.34/", true},
        {"loopback", "http://127.0.0.1:8000/a.jpg", false},
        {"loopback, odd spelling", "http://0x7f.1/", false},
        {"private", "http://192.168.1.4/", false},
        {"IPv6 loopback", "http://[::1]/", false},
        {"IPv6 link-local", "http://[fe80::1]/", false},
        {"IPv6 public", "http://[2606:2800:220:1::1]/", true},
        {"name without a dot", "http://nas/blog/", false},
        {"localhost", "http://localhost/", false},
        {"below localhost", "http://blog.localhost/", false},
        {"multicast DNS", "http://nas.local/", false},
        {"closing dot", "http://nas.local./", false},
        {"internal", "https://wiki.internal/", false},
        {"for tests", "https://blog.test/", false},
        {"for examples", "https://blog.example/", false},
        {"login", "https://ann:secret@blog.example.org/", false},
        {"file", "file:///home/ann/a.jpg", false},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(wayback::can_be_archived(url(c.address)) == c.can_be);
    }
}

TEST_CASE("wayback: toolbar and links of a rewritten page are undone") {
    struct Case {
        std::string_view name, html, expected;
    };
    const Case cases[] = {
        {"toolbar",
         "<body><!-- BEGIN WAYBACK TOOLBAR INSERT --><div>May</div><!-- END WAYBACK TOOLBAR INSERT --><p>Sea.</p>",
         "<body><p>Sea.</p>"},
        {"scripts in the head",
         "<html><head lang=en><script src=\"/_static/js/wombat.js\"></script>"
         "<!-- End Wayback Rewrite JS Include --><title>Sea</title>",
         "<html><head lang=en><title>Sea</title>"},
        {"links",
         "<a href=\"/web/20190503101500/https://blog.example/a\">a</a><img "
         "src=\"https://web.archive.org/web/20190503101500im_/http://blog.example/b.jpg\"><!-- FILE ARCHIVED ON -->",
         "<a href=\"https://blog.example/a\">a</a><img src=\"http://blog.example/b.jpg\"><!-- FILE ARCHIVED ON -->"},
        {"the author's link to a copy",
         "<a href=\"/web/20190503101500/https://web.archive.org/web/2015/http://old.example/\">a</a><!-- FILE ARCHIVED "
         "ON -->",
         "<a href=\"https://web.archive.org/web/2015/http://old.example/\">a</a><!-- FILE ARCHIVED ON -->"},
        {"a folder of that name", "<a href=\"/web/2019/a.html\">a</a><!-- FILE ARCHIVED ON -->",
         "<a href=\"/web/2019/a.html\">a</a><!-- FILE ARCHIVED ON -->"},
        {"a page that is not rewritten", "<a href=\"https://web.archive.org/web/2015/http://old.example/\">a</a>",
         "<a href=\"https://web.archive.org/web/2015/http://old.example/\">a</a>"},
        {"a torn toolbar", "<!-- BEGIN WAYBACK TOOLBAR INSERT --><div>May</div>",
         "<!-- BEGIN WAYBACK TOOLBAR INSERT --><div>May</div>"},
        {"a torn head", "<!-- End Wayback Rewrite JS Include --><p>Sea.</p>",
         "<!-- End Wayback Rewrite JS Include --><p>Sea.</p>"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(wayback::without_toolbar(std::string(c.html)) == c.expected);
    }
}
