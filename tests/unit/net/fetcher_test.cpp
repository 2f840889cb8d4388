#include "net/fetcher.h"

#include "unit/net/scripted_transport.h"

namespace blogbind {

namespace {

Response response(int status, HeaderFields headers = {}) {
    Response response{.url = url("https://blog.example/"), .status = status};
    response.headers = std::move(headers);
    return response;
}

struct OneAnswer final : Fetcher {
    explicit OneAnswer(Result<Response> prepared) : prepared_(std::move(prepared)) {}
    Result<Response> fetch(const Request&) override { return prepared_; }

  private:
    Result<Response> prepared_;
};

}  // namespace

TEST_CASE("fetcher: the content type is read as servers write it") {
    struct Case {
        std::string_view name, sent, media_type, charset;
    };
    const Case cases[] = {
        {"plain", "text/html", "text/html", ""},
        {"with charset", "text/html; charset=utf-8", "text/html", "utf-8"},
        {"capitals and quotation marks", " Text/HTML ;Charset=\"ISO-8859-1\" ", "text/html", "ISO-8859-1"},
        {"unclosed quotation mark", "text/html;charset=\"euc-kr", "text/html", "euc-kr"},
        {"after another parameter", "text/html; level=1; charset=big5; x=y", "text/html", "big5"},
        {"no value", "text/html; charset", "text/html", ""},
        {"nothing", "", "", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const Response sent = response(200, {{"x", "y"}, {"content-type", std::string(c.sent)}});
        CHECK(sent.media_type() == c.media_type);
        CHECK(sent.charset() == c.charset);
    }
    CHECK(response(200).media_type().empty());
}

TEST_CASE("fetcher: a header that was sent twice has its first value") {
    CHECK(response(200, {{"link", " a "}, {"link", "b"}}).header("link") == "a");
    CHECK(response(200).header("link").empty());
}

TEST_CASE("fetcher: fetch_ok takes only answers that bring the thing") {
    struct Case {
        int status;
        std::optional<ErrorKind> expected;
    };
    const Case cases[] = {
        {200, std::nullopt},         {206, std::nullopt},           {302, ErrorKind::unreachable},
        {401, ErrorKind::refused},   {403, ErrorKind::refused},     {404, ErrorKind::not_found},
        {410, ErrorKind::not_found}, {429, ErrorKind::unreachable}, {500, ErrorKind::unreachable},
    };
    for (const Case& c : cases) {
        CAPTURE(c.status);
        OneAnswer fetcher(response(c.status));
        const Result<Response> result = fetch_ok(fetcher, {.url = url("https://blog.example/a"), .referrer = {}});
        CHECK(result.has_value() == !c.expected.has_value());
        if (result) continue;
        CHECK(result.error().kind == *c.expected);
        CHECK(result.error().message == "https://blog.example/a answered " + std::to_string(c.status));
    }
}

TEST_CASE("fetcher: fetch_ok passes errors on") {
    OneAnswer fetcher(fail(ErrorKind::interrupted, "stopped"));
    const Result<Response> result = fetch_ok(fetcher, {.url = url("https://blog.example/a"), .referrer = {}});
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().kind == ErrorKind::interrupted);
}

}  // namespace blogbind
