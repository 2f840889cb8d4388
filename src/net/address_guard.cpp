#include "net/address_guard.h"

#include <netdb.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>

namespace blogbind {

namespace {

using Ipv4 = std::array<std::uint8_t, 4>;
using Ipv6 = std::array<std::uint8_t, 16>;

template <class Address>
struct Network {
    Address prefix;
    int bits;

    [[nodiscard]] bool contains(const Address& address) const {
        const int whole = bits / 8;
        if (!std::equal(prefix.begin(), prefix.begin() + whole, address.begin())) return false;
        const int rest = bits % 8;
        return rest == 0 || (prefix[whole] ^ address[whole]) >> (8 - rest) == 0;
    }
};

// IANA IPv4 Special-Purpose Address Registry, what is not globally reachable.
constexpr std::array<Network<Ipv4>, 15> private_ipv4{{
    {{0}, 8},              // this network
    {{10}, 8},             // private
    {{100, 64}, 10},       // shared between a provider's customers
    {{127}, 8},            // loopback
    {{169, 254}, 16},      // link-local, and where clouds tell secrets
    {{172, 16}, 12},       // private
    {{192, 0, 0}, 24},     // protocol assignments
    {{192, 0, 2}, 24},     // documentation
    {{192, 88, 99}, 24},   // 6to4 relays
    {{192, 168}, 16},      // private
    {{198, 18}, 15},       // benchmarks
    {{198, 51, 100}, 24},  // documentation
    {{203, 0, 113}, 24},   // documentation
    {{224}, 4},            // multicast
    {{240}, 4},            // reserved, broadcast
}};

// IANA IPv6 Special-Purpose Address Registry, likewise.
constexpr std::array<Network<Ipv6>, 10> private_ipv6{{
    {{0}, 127},                            // unspecified, loopback
    {{0x00, 0x64, 0xff, 0x9b, 0, 1}, 48},  // local NAT64
    {{0x01, 0x00}, 64},                    // discarded
    {{0x20, 0x01, 0x00}, 23},              // protocol assignments, Teredo
    {{0x20, 0x01, 0x0d, 0xb8}, 32},        // documentation
    {{0x3f, 0xff}, 20},                    // documentation
    {{0x5f, 0x00}, 16},                    // segment routing
    {{0xfc}, 7},                           // unique local
    {{0xfe, 0x80}, 9},                     // link-local, site-local
    {{0xff}, 8},                           // multicast
}};

struct Embedding {
    Network<Ipv6> network;
    std::size_t position;  ///< where in the address the IPv4 address stands
};

constexpr std::array<Embedding, 5> embeddings{{
    {{{0}, 96}, 12},                                         // IPv4-compatible
    {{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, 96}, 12},  // IPv4-mapped
    {{{0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, 96}, 12},        // IPv4-translated
    {{{0x00, 0x64, 0xff, 0x9b}, 96}, 12},                    // NAT64
    {{{0x20, 0x02}, 16}, 2},                                 // 6to4
}};

bool is_private(const Ipv4& address) {
    return std::any_of(private_ipv4.begin(), private_ipv4.end(),
                       [&](const Network<Ipv4>& network) { return network.contains(address); });
}

bool is_private(const Ipv6& address) {
    const auto contains_address = [&](const Network<Ipv6>& network) { return network.contains(address); };
    if (std::any_of(private_ipv6.begin(), private_ipv6.end(), contains_address)) return true;
    return std::any_of(embeddings.begin(), embeddings.end(), [&](const Embedding& embedding) {
        Ipv4 embedded{};
        std::copy_n(address.begin() + static_cast<std::ptrdiff_t>(embedding.position), embedded.size(),
                    embedded.begin());
        return embedding.network.contains(address) && is_private(embedded);
    });
}

}  // namespace

bool is_private_address(const sockaddr& address) {
    if (address.sa_family == AF_INET) {
        Ipv4 bytes{};
        std::memcpy(bytes.data(), &reinterpret_cast<const sockaddr_in&>(address).sin_addr, bytes.size());
        return is_private(bytes);
    }
    if (address.sa_family == AF_INET6) {
        Ipv6 bytes{};
        std::memcpy(bytes.data(), &reinterpret_cast<const sockaddr_in6&>(address).sin6_addr, bytes.size());
        return is_private(bytes);
    }
    return true;
}

bool has_private_address(std::string_view host) {
    const bool is_bracketed = host.starts_with('[') && host.ends_with(']');
    const std::string name(is_bracketed ? host.substr(1, host.size() - 2) : host);
    addrinfo* found = nullptr;
    if (getaddrinfo(name.c_str(), nullptr, nullptr, &found) != 0) return false;
    const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> addresses(found, freeaddrinfo);
    for (const addrinfo* at = addresses.get(); at != nullptr; at = at->ai_next)
        if (is_private_address(*at->ai_addr)) return true;
    return false;
}

}  // namespace blogbind
