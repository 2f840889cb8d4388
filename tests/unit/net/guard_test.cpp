#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/un.h>

#include <string>

#include "net/address_guard.h"

namespace blogbind {

namespace {

bool is_private(const std::string& address) {
    if (address.find(':') == std::string::npos) {
        sockaddr_in socket_address{};
        socket_address.sin_family = AF_INET;
        REQUIRE(inet_pton(AF_INET, address.c_str(), &socket_address.sin_addr) == 1);
        return is_private_address(reinterpret_cast<const sockaddr&>(socket_address));
    }
    sockaddr_in6 socket_address{};
    socket_address.sin6_family = AF_INET6;
    REQUIRE(inet_pton(AF_INET6, address.c_str(), &socket_address.sin6_addr) == 1);
    return is_private_address(reinterpret_cast<const sockaddr&>(socket_address));
}

}  // namespace

TEST_CASE("guard: addresses outside the public web are private") {
    for (const char* address : {
             "0.0.0.0",
             "10.1.2.3",
             "100.64.0.1",
             "100.127.255.255",
             "127.0.0.1",
             "127.255.255.255",
             "169.254.169.254",
             "172.16.0.1",
             "172.31.255.255",
             "192.0.0.8",
             "192.0.2.1",
             "192.168.1.1",
             "198.19.0.1",
             "198.51.100.7",
             "203.0.113.9",
             "224.0.0.1",
             "240.0.0.1",
             "255.255.255.255",
             "::",
             "::1",
             "::ffff:127.0.0.1",
             "::ffff:10.0.0.1",
             "::127.0.0.1",
             "64:ff9b::192.168.0.1",
             "64:ff9b:1::1",
             "100::1",
             "2001::1",
             "2001:db8::1",
             "2002:7f00:1::",
             "2002:c0a8:101::1",
             "fc00::1",
             "fdff::1",
             "fe80::1",
             "fec0::1",
             "ff02::1",
             "::ffff:0:127.0.0.1",
         }) {
        CAPTURE(address);
        CHECK(is_private(address));
    }
}

TEST_CASE("guard: addresses of the public web are not private") {
    for (const char* address : {
             "1.1.1.1",
             "9.255.255.255",
             "11.0.0.1",
             "100.63.255.255",
             "100.128.0.1",
             "128.0.0.1",
             "172.15.255.255",
             "172.32.0.1",
             "192.1.0.1",
             "198.20.0.1",
             "223.255.255.1",
             "2606:4700::1111",
             "2a00:1450:4001::200e",
             "2001:4860:4860::88",
             "64:ff9b::8.8.8.8",
             "2002:808:808::",
             "::ffff:8.8.8.8",
         }) {
        CAPTURE(address);
        CHECK_FALSE(is_private(address));
    }
}

TEST_CASE("guard: what is no internet address is private") {
    sockaddr_un local{};
    local.sun_family = AF_UNIX;
    CHECK(is_private_address(reinterpret_cast<const sockaddr&>(local)));
}

TEST_CASE("guard: hosts that are addresses are judged without a name server") {
    CHECK(has_private_address("127.0.0.1"));
    CHECK(has_private_address("[::1]"));
    CHECK_FALSE(has_private_address("9.9.9.9"));
}

}  // namespace blogbind
