// HTTP through libcurl: one thread drives all transfers, so connections are reused and HTTP/2 streams are shared.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "net/transport.h"

namespace blogbind {

enum class PrivateNetwork { refuse, allow };

struct CurlOptions {
    std::string user_agent;
    std::chrono::seconds timeout{60};  ///< for one whole exchange
    std::size_t connections_per_host = 6;
    PrivateNetwork private_network = PrivateNetwork::refuse;
    std::set<std::string> named_hosts;            ///< hosts the user typed; they may be private
    HeaderFields headers;                         ///< the user's own, sent to named hosts only
    std::string proxy, credentials, cookie_file;  ///< empty: none (proxy: from the environment)
    std::vector<std::string> fixed_addresses;     ///< "host:port:address": answers in a name server's stead, for tests
};

/// Guards sit at the socket and at the write callback: http and https only; private, loopback and link-local addresses
/// are refused after name resolution; the bytes of head and body are counted. The user's headers and password stay
/// with the hosts that the user named. Cookies live as long as the transport and obey the rules of RFC 6265.
/// Behind a proxy the target's name is resolved here and judged before the proxy is asked; what only the proxy can
/// resolve is left to it.
class CurlTransport final : public Transport {
  public:
    /// `interrupted` becomes true when the user wants to stop; transfers then end with ErrorKind::interrupted.
    CurlTransport(CurlOptions options, const std::atomic<bool>& interrupted);
    ~CurlTransport() override;
    Result<Answer> ask(const Ask& ask) override;

  private:
    struct Engine;
    CurlOptions options_;  // the engine has them once it is there
    const std::atomic<bool>& interrupted_;
    std::once_flag started_;
    std::unique_ptr<Engine> engine_;  // built for the first ask: many runs ask nobody
};

}  // namespace blogbind
