// HTTP through libcurl: one thread drives all transfers, so connections are reused and HTTP/2 streams are shared.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "net/fetcher.h"

namespace blogbind {

enum class PrivateNetwork { refuse, allow };

struct CurlOptions {
    std::string user_agent;
    std::chrono::seconds timeout{60};            ///< for one whole exchange
    std::size_t connections_per_host = 6;
    int redirect_limit = 10;
    PrivateNetwork private_network = PrivateNetwork::refuse;
    std::set<std::string> named_hosts;           ///< hosts the user typed; they may be private
    std::vector<std::pair<std::string, std::string>> headers;  ///< sent to named hosts only
    std::string proxy, credentials, cookie_file; ///< empty: none (proxy: from the environment)
};

/// Guards sit at the socket and at the write callback: http and https only, also after redirects; private, loopback
/// and link-local addresses are refused after name resolution; decoded bytes are counted. Each redirect is a step of
/// its own: it is judged like a request, and the user's headers and password stay with the hosts that the user named.
/// Behind a proxy the target's name is resolved here and judged before the proxy is asked; what only the proxy can
/// resolve is left to it.
class CurlFetcher final : public Fetcher {
  public:
    /// `interrupted` becomes true when the user wants to stop; transfers then end with ErrorKind::interrupted.
    CurlFetcher(CurlOptions options, const std::atomic<bool>& interrupted);
    ~CurlFetcher() override;
    Result<Response> fetch(const Request& request) override;

  private:
    struct Engine;
    std::unique_ptr<Engine> engine_;
};

}  // namespace blogbind
