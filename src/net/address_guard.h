// Which network addresses the public web does not live at. A link in a post must not reach the reader's own network.
#pragma once

#include <sys/socket.h>

#include <string_view>

namespace blogbind {

/// True for private, loopback, link-local, shared, multicast, documentation and reserved addresses, also where one
/// is embedded in an IPv6 address (mapped, 6to4, NAT64), and for everything that is neither IPv4 nor IPv6.
/// REQUIRES: `address` is the start of a whole sockaddr_in or sockaddr_in6 if its family says so.
bool is_private_address(const sockaddr& address);

/// True if any address of `host` is private; false for names that cannot be resolved here. Asks the name server.
bool has_private_address(std::string_view host);

}  // namespace blogbind
