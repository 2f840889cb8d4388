// Manners: tries again what may succeed later, waits as long as the server asks, never hammers a host.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>

#include "net/fetcher.h"

namespace blogbind {

struct Manners {
    int retries = 3;                              ///< after the first try
    std::chrono::milliseconds delay{0};           ///< between two requests to one host
    std::chrono::milliseconds first_pause{500};   ///< before the first new try; doubled each time
    std::chrono::seconds longest_wait{60};        ///< a longer Retry-After is not waited for
};

class PoliteFetcher final : public Fetcher {
  public:
    PoliteFetcher(Fetcher& next, Manners manners, const std::atomic<bool>& interrupted);
    ~PoliteFetcher() override;
    Result<Response> fetch(const Request& request) override;

  private:
    struct Hosts;
    Fetcher& next_;
    Manners manners_;
    const std::atomic<bool>& interrupted_;
    std::unique_ptr<Hosts> hosts_;
};

}  // namespace blogbind
