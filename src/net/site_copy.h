// Copies of sites that answer in their stead: what a crawler has written, a mirror in a folder.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "net/archive.h"
#include "net/fetcher.h"
#include "net/http_fetcher.h"
#include "net/replay_transport.h"

namespace blogbind {

class SiteCopy : public Fetcher {
  public:
    /// The file or folder, for people.
    [[nodiscard]] const std::string& name() const { return name_; }
    /// What of it could not be read, for people.
    [[nodiscard]] virtual std::vector<std::string> damages() const { return {}; }

  protected:
    explicit SiteCopy(std::string name) : name_(std::move(name)) {}

  private:
    std::string name_;
};

/// What another program has crawled. Error not_found: that is not in it.
class Crawl final : public SiteCopy {
  public:
    explicit Crawl(std::unique_ptr<const Archive> archive);
    Result<Response> fetch(const Request& request) override;
    [[nodiscard]] std::vector<std::string> damages() const override { return archive_->damages(); }

  private:
    /// Behind a crawl there is nobody.
    class Nobody final : public Transport {
        Result<Answer> ask(const Ask& ask) override;
    };

    std::unique_ptr<const Archive> archive_;
    Nobody nobody_;
    ReplayTransport replay_;
    HttpFetcher http_;
};

/// Asks the copies in turn, then `next`. If that is null, what they do not have is not to be had.
class CopyFetcher final : public Fetcher {
  public:
    CopyFetcher(std::vector<std::shared_ptr<SiteCopy>> copies, Fetcher* next);
    Result<Response> fetch(const Request& request) override;
    [[nodiscard]] std::size_t answered() const { return answered_; }

  private:
    std::vector<std::shared_ptr<SiteCopy>> copies_;
    Fetcher* next_;
    std::atomic<std::size_t> answered_{0};
};

}  // namespace blogbind
