#include "net/wayback_fetcher.h"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

using namespace blogbind;

namespace {

Url url(std::string_view text) { return *Url::parse(text); }

/// Answers 404 to everything that it was not told.
class FakeSite final : public Fetcher {
  public:
    using HeaderList = std::vector<std::pair<std::string, std::string>>;

    void answer(const std::string& address, int status, std::string body = {}, HeaderList headers = {}) {
        Response response{.url = url(address), .status = status};
        response.headers = std::move(headers);
        response.headers.emplace_back("content-type", "text/html; charset=utf-8");
        response.body = std::move(body);
        answers_.insert_or_assign(address, std::move(response));
    }
    void redirect(const std::string& from, const std::string& to) { redirects_[from] = to; }
    void fail_with(ErrorKind kind) { failure_ = kind; }

    Result<Response> fetch(const Request& request) override {
        asked.push_back(request.url.text());
        if (failure_) return fail(*failure_, "no");
        const auto redirected = redirects_.find(request.url.text());
        const std::string& address = redirected == redirects_.end() ? request.url.text() : redirected->second;
        const auto found = answers_.find(address);
        if (found == answers_.end()) return Response{.url = url(address), .status = 404};
        return found->second;
    }

    std::vector<std::string> asked;

  private:
    std::map<std::string, Response> answers_;
    std::map<std::string, std::string> redirects_;
    std::optional<ErrorKind> failure_;
};

const std::string post = "https://blog.example.org/ferry/";
const std::string archive = "https://web.archive.org/web/";
const auto may_2019 = std::chrono::sys_days(std::chrono::year(2019) / 5 / 1) + std::chrono::hours(8);
const std::string nearest = archive + "20190501080000id_/" + post;
const std::string index_answer = R"([["timestamp","original","mimetype","statuscode"],["20150101000000",")" + post +
                                 R"(","text/html","200"],["20190510000000",")" + post + R"(","text/html","200"]])";

struct Network {
    FakeSite site, archives;

    Result<Response> fetch(Rescue rescue = Rescue::if_gone, WaybackRules rules = {}, bool is_dated = true,
                           const std::string& address = post) {
        Request request{.url = url(address)};
        request.rescue = rescue;
        if (is_dated) request.written = may_2019;
        return WaybackFetcher(site, archives, std::move(rules)).fetch(request);
    }
    /// The index, whatever is asked of it.
    void list(const std::string& address = post) {
        archives.answer("https://web.archive.org/cdx/search/cdx?url=https%3A%2F%2F" + encoded(address.substr(8)) +
                            "&output=json&fl=timestamp,original,mimetype,statuscode&filter=statuscode:200"
                            "&collapse=digest&limit=5000",
                        200, index_answer);
    }

  private:
    static std::string encoded(std::string text) {
        for (std::size_t at = 0; (at = text.find('/', at)) != std::string::npos;) text.replace(at, 1, "%2F");
        return text;
    }
};

}  // namespace

TEST_CASE("wayback_fetcher: only dead addresses that may have been there are looked up") {
    struct Case {
        std::string_view name;
        int status;  ///< of the site's answer; 0: none, `failure` says why
        ErrorKind failure;
        Rescue rescue;
        bool is_looked_up;
    };
    const Case cases[] = {
        {"there", 200, {}, Rescue::if_gone, false},
        {"not found", 404, {}, Rescue::if_gone, true},
        {"gone", 410, {}, Rescue::if_gone, true},
        {"login", 401, {}, Rescue::if_gone, false},
        {"forbidden", 403, {}, Rescue::if_gone, false},
        {"too many requests", 429, {}, Rescue::if_gone, false},
        {"server's error", 503, {}, Rescue::if_gone, false},
        {"no such host", 0, ErrorKind::not_found, Rescue::if_gone, true},
        {"no answer", 0, ErrorKind::unreachable, Rescue::if_gone, true},
        {"robots.txt forbids it", 0, ErrorKind::refused, Rescue::if_gone, false},
        {"interrupted", 0, ErrorKind::interrupted, Rescue::if_gone, false},
        {"a guess", 404, {}, Rescue::unwanted, false},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        Network network;
        if (c.status == 0) network.site.fail_with(c.failure);
        if (c.status != 0) network.site.answer(post, c.status, "<p>Live.</p>");
        (void)network.fetch(c.rescue);
        CHECK(network.archives.asked.empty() != c.is_looked_up);
        CHECK(network.site.asked.size() == 1);
    }
}

TEST_CASE("wayback_fetcher: a copy stands in for the page, with the page's own addresses") {
    Network network;
    const std::string copy = archive + "20190503101500id_/http://www.blog.example.org:80/ferry/";
    network.archives.redirect(nearest, copy);
    network.archives.answer(copy, 200, "<p>Archived.</p>");
    const Result<Response> response = network.fetch();
    REQUIRE(response);
    CHECK(response->status == 200);
    CHECK(response->body == "<p>Archived.</p>");
    CHECK(response->url.text() == post);
    CHECK(response->redirects.empty());
    REQUIRE(response->memento);
    CHECK(response->memento->url.text() ==
          "https://web.archive.org/web/20190503101500/http://www.blog.example.org/ferry/");
    CHECK(rescue_detail(*response->memento) == "is gone, but a web archive kept it on 3 May 2019");
    CHECK(network.archives.asked == std::vector<std::string>{nearest});
}

TEST_CASE("wayback_fetcher: what is no copy of the page itself is no rescue, and the index is asked for one") {
    const std::string home = archive + "20190502000000id_/https://blog.example.org/";
    struct Case {
        std::string_view name;
        std::string redirect;  ///< empty: none
        int status;
        FakeSite::HeaderList headers;
        bool is_listed;
    };
    const Case cases[] = {
        {"led to the home page", home, 200, {}, true},
        {"led out of the archive", "https://parked.example/", 200, {}, true},
        {"an archived 404", "", 404, {{"memento-datetime", "Fri, 03 May 2019 10:15:00 GMT"}}, true},
        {"never archived", "", 404, {}, false},
        {"empty", "", 200, {}, true},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        Network network;
        network.list();
        if (!c.redirect.empty()) network.archives.redirect(nearest, c.redirect);
        const std::string body = c.redirect.empty() ? "" : "<p>Home.</p>";
        network.archives.answer(c.redirect.empty() ? nearest : c.redirect, c.status, body, c.headers);
        network.archives.answer(archive + "20190510000000id_/" + post, 200, "<p>Archived.</p>");
        const Result<Response> response = network.fetch();
        REQUIRE(response);
        CHECK(response->memento.has_value() == c.is_listed);
        CHECK(response->body == (c.is_listed ? "<p>Archived.</p>" : ""));
        CHECK(network.archives.asked.size() == (c.is_listed ? 3U : 1U));
    }
}

TEST_CASE("wayback_fetcher: without a date the newest copy is taken") {
    Network network;
    network.archives.answer("https://archive.org/wayback/available?url=https%3A%2F%2Fblog.example.org%2Fferry%2F", 200,
                            R"({"archived_snapshots": {"closest": {"status": "200", "available": true,
                                "timestamp": "20230101000000", "url": "http://web.archive.org/web/20230101000000/)" +
                                post + R"("}}})");
    network.archives.answer(archive + "20230101000000id_/" + post, 200, "<p>Archived.</p>");
    const Result<Response> response = network.fetch(Rescue::if_gone, {}, false);
    REQUIRE(response);
    CHECK(response->body == "<p>Archived.</p>");
}

TEST_CASE("wayback_fetcher: a loss stays the site's loss if the archive has nothing") {
    for (const ErrorKind kind : {ErrorKind::not_found, ErrorKind::unreachable}) {
        Network network;
        network.archives.fail_with(kind);
        const Result<Response> response = network.fetch();
        REQUIRE(response);
        CHECK(response->status == 404);
        CHECK_FALSE(response->memento);
        CHECK(network.archives.asked.size() == 1);
    }
}

TEST_CASE("wayback_fetcher: a web page in the place of a picture is no picture") {
    Network network;
    network.archives.answer(nearest, 200, "<p>Parked.</p>");
    Request request{.url = url(post), .accept = "image/*"};
    request.rescue = Rescue::at_once;
    request.written = may_2019;
    const Result<Response> response = WaybackFetcher(network.site, network.archives, {}).fetch(request);
    CHECK_FALSE(response.has_value());
    CHECK(network.site.asked.empty());
}

TEST_CASE("wayback_fetcher: never asks no archive, only asks no site") {
    Network network;
    network.archives.answer(nearest, 200, "<p>Archived.</p>");
    network.site.answer(post, 200, "<p>Parked.</p>");
    using Use = WaybackRules::Use;
    SUBCASE("never") {
        const Result<Response> response = network.fetch(Rescue::if_gone, {Use::never});
        REQUIRE(response);
        CHECK(response->body == "<p>Parked.</p>");
        CHECK_FALSE(network.fetch(Rescue::at_once, {Use::never}).has_value());
        CHECK(network.archives.asked.empty());
    }
    SUBCASE("only") {
        const Result<Response> response = network.fetch(Rescue::if_gone, {Use::only});
        REQUIRE(response);
        CHECK(response->body == "<p>Archived.</p>");
        CHECK_FALSE(network.fetch(Rescue::unwanted, {Use::only}).has_value());
        CHECK(network.site.asked.empty());
    }
}

TEST_CASE("wayback_fetcher: only follows where the site led when it was archived") {
    Network network;
    const std::string copy = archive + "20190503101500id_/https://blog.example.org/2019/05/ferry/";
    network.archives.redirect(nearest, copy);
    network.archives.answer(copy, 200, "<p>Archived.</p>");
    const Result<Response> response = network.fetch(Rescue::if_gone, {WaybackRules::Use::only});
    REQUIRE(response);
    CHECK(response->url.text() == "https://blog.example.org/2019/05/ferry/");
    CHECK(response->redirects == std::vector<Url>{url(post)});
}

TEST_CASE("wayback_fetcher: the Internet Archive hears nothing of private addresses, an archive of one's own does") {
    const std::string local = "http://192.168.1.4/ferry/";
    Network network;
    (void)network.fetch(Rescue::if_gone, {}, true, local);
    CHECK(network.archives.asked.empty());
    WaybackRules own;
    own.server = url("http://192.168.1.5:8080/");
    (void)network.fetch(Rescue::if_gone, own, true, local);
    CHECK(network.archives.asked == std::vector<std::string>{"http://192.168.1.5:8080/web/20190501080000id_/" + local});
}

TEST_CASE("wayback_fetcher: where nothing else is asked, silence is told from absence") {
    struct Case {
        const char* name;
        std::optional<ErrorKind> failure;
        bool is_dated;
        std::string message;
    };
    const std::string silent = post + ": the web archive https://web.archive.org/ does not answer";
    const std::string absent = post + ": was found in no web archive";
    const Case cases[] = {
        {"a copy, from nobody", ErrorKind::unreachable, true, silent},
        {"a list, from nobody", ErrorKind::unreachable, false, silent},
        {"no such host", ErrorKind::not_found, false, silent},
        {"refused", ErrorKind::refused, true, absent},
        {"no copy", std::nullopt, true, absent},
        {"no list", std::nullopt, false, absent},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        Network network;
        if (c.failure) network.archives.fail_with(*c.failure);
        const auto response =
            network.fetch(Rescue::if_gone, {.use = WaybackRules::Use::only}, c.is_dated);
        REQUIRE_FALSE(response);
        CHECK(response.error().message == c.message);
        CHECK(network.site.asked.empty());
    }
}
