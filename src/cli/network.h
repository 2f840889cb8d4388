// The chain of fetchers for one run, from the caller inwards: local files, posts' passwords, HTTP's redirects and
// encodings, robots.txt, manners, counting, the wire.
#pragma once

#include <vector>

#include "cli/options.h"
#include "cli/terminal.h"
#include "net/curl_transport.h"
#include "net/http_fetcher.h"
#include "net/metered_transport.h"
#include "net/polite_transport.h"
#include "net/robots_transport.h"
#include "source/local_fetcher.h"
#include "source/password_fetcher.h"
#include "source/source.h"

namespace blogbind::cli {

class Network {
  public:
    Network(const Options& options, const std::vector<Source>& sources, Terminal& terminal);
    Fetcher& fetcher() { return local_; }
    [[nodiscard]] const MeteredTransport& meter() const { return meter_; }

  private:
    CurlTransport curl_;
    MeteredTransport meter_;
    PoliteTransport polite_;
    RobotsTransport robots_;
    HttpFetcher http_;
    HttpFetcher http_of_server_;  // past robots.txt
    PasswordFetcher password_;
    LocalFetcher local_;
};

}  // namespace blogbind::cli
