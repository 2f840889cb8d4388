#include "net/proxy.h"

#include "unit/net/scripted_transport.h"

namespace blogbind {

TEST_CASE("proxy: an address goes through its scheme's proxy unless it is excepted") {
    const ProxyRules rules{
        .http = "http://p:1", .https = "http://p:2", .excepted = "intern.example, .Own.example,10.0.0.1"};
    struct Case {
        std::string_view name, address, expected;
    };
    const Case cases[] = {
        {"http", "http://blog.example/", "http://p:1"},
        {"https", "https://blog.example/", "http://p:2"},
        {"excepted", "http://intern.example/", ""},
        {"below an excepted domain", "http://www.intern.example/", ""},
        {"leading dot, capitals", "https://own.example/", ""},
        {"the same end only", "http://not-intern.example/", "http://p:1"},
        {"excepted number", "http://10.0.0.1:80/", ""},
        {"this computer", "http://127.0.0.1:8000/", ""},
        {"this computer by name", "http://localhost/", ""},
        {"this computer, IPv6", "http://[::1]/", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(proxy_for(url(c.address), rules) == c.expected);
    }
    CHECK(proxy_for(url("http://blog.example/"), {.http = "http://p:1", .https = {}, .excepted = "*"}).empty());
}

}  // namespace blogbind
