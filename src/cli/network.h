// The chain of fetchers for one run, from the caller inwards: local files, counting, manners, HTTP.
#pragma once

#include <vector>

#include "cli/options.h"
#include "net/curl_fetcher.h"
#include "net/metered_fetcher.h"
#include "net/polite_fetcher.h"
#include "source/local_fetcher.h"
#include "source/source.h"

namespace blogbind::cli {

class Network {
  public:
    Network(const Options& options, const std::vector<Source>& sources);
    Fetcher& fetcher() { return local_; }
    [[nodiscard]] const MeteredFetcher& meter() const { return meter_; }

  private:
    CurlFetcher http_;
    PoliteFetcher polite_;
    MeteredFetcher meter_;
    LocalFetcher local_;
};

}  // namespace blogbind::cli
