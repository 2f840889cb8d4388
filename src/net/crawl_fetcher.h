// What another program has crawled, answered as its servers did.
#pragma once

#include <memory>

#include "net/archive.h"
#include "net/fetcher.h"
#include "net/http_fetcher.h"
#include "net/replay_transport.h"

namespace blogbind {

class CrawlFetcher final : public Fetcher {
  public:
    /// What `crawl` does not have goes to `next`; if that is null, it is not to be had. Without a crawl all goes there.
    CrawlFetcher(std::shared_ptr<const Archive> crawl, Fetcher* next);
    Result<Response> fetch(const Request& request) override;
    [[nodiscard]] std::size_t answered() const { return replay_ ? replay_->answered() : 0; }

  private:
    /// Behind a crawl there is nobody.
    class Nobody final : public Transport {
        Result<Answer> ask(const Ask& ask) override;
    };

    std::shared_ptr<const Archive> crawl_;
    Fetcher* next_;
    Nobody nobody_;
    std::optional<ReplayTransport> replay_;
    std::optional<HttpFetcher> http_;
};

}  // namespace blogbind
