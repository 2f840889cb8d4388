#include "net/exchange.h"

#include "unit/net/scripted_transport.h"

namespace blogbind {

TEST_CASE("exchange: headers are those of the last answer, names in lower case") {
    Exchange exchange;
    for (const std::string_view line :
         {"HTTP/1.1 103 Early Hints\r\n", "Link: x\r\n", "\r\n", "HTTP/1.1 200 OK\r\n", "Content-Type:text/html \r\n",
          "X-Folded: a\r\n", "  b\r\n", "nonsense\r\n", ": nameless\r\n", "X-Colon: a:b\r\n", "\r\n"})
        CHECK(exchange.add_header_line(line));
    const std::vector<std::pair<std::string, std::string>> expected{
        {"content-type", "text/html"}, {"x-folded", "a b"}, {"x-colon", "a:b"}};
    CHECK(exchange.headers == expected);
}

TEST_CASE("exchange: more than the limit is refused with the limit's size") {
    Exchange exchange;
    exchange.body_limit = 10;
    CHECK(exchange.add_body("12345"));
    CHECK(exchange.add_body("67890"));
    CHECK_FALSE(exchange.add_body("x"));
    CHECK(exchange.body == "1234567890");
    const Error error = refusal_error(url("https://blog.example/"), exchange);
    CHECK(error.kind == ErrorKind::refused);
    CHECK(error.message == "https://blog.example/: larger than 10 bytes");
}

TEST_CASE("exchange: a body takes the room that it declares, but none that is not allowed") {
    struct Case {
        std::string_view name, length;
        std::size_t least, most;
    };
    const Case cases[] = {
        {"declared", "500000", 500'000, 500'001},
        {"beyond the limit", "99999999999", 1'000'000, 1'000'001},
        {"no number", "many", 0, 1000},
        {"below nothing", "-5", 0, 1000},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        Exchange exchange;
        exchange.body_limit = 1'000'000;
        exchange.add_header_line("Content-Length: " + std::string(c.length));
        CHECK(exchange.add_body("begins"));
        CHECK(exchange.body == "begins");
        CHECK(exchange.body.capacity() >= c.least);
        CHECK(exchange.body.capacity() <= c.most);
    }
}

TEST_CASE("exchange: headers without end are refused") {
    Exchange exchange;
    const std::string line = "X: " + std::string(1000, 'x') + "\r\n";
    int taken = 0;
    while (taken < 1000 && exchange.add_header_line(line)) ++taken;
    CHECK(taken == 260);
    CHECK(refusal_error(url("https://blog.example/"), exchange).message ==
          "https://blog.example/: more than 262144 bytes of headers");
}

}  // namespace blogbind
