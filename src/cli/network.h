// The chain of fetchers for one run, from the caller inwards: local files, copies of sites, public web archives, posts'
// passwords, HTTP's redirects and encodings, robots.txt, the archive's answers, manners, counting, the archive's records,
// the wire. What is asked of public web archives goes by a way of its own, down to the counting.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "cli/options.h"
#include "cli/terminal.h"
#include "net/archive.h"
#include "net/curl_transport.h"
#include "net/http_fetcher.h"
#include "net/metered_transport.h"
#include "net/polite_transport.h"
#include "net/record_transport.h"
#include "net/replay_transport.h"
#include "net/robots_transport.h"
#include "net/site_copy.h"
#include "net/wayback_fetcher.h"
#include "net/web_archive_transport.h"
#include "source/local_fetcher.h"
#include "source/password_fetcher.h"
#include "source/source.h"

namespace blogbind::cli {

struct Traffic {
    std::size_t sent = 0, cached = 0, failed = 0, bytes = 0;
};

class Network {
  public:
    /// Errors: the archive cannot be read or written; usage if there is to be an archive and none.
    static Result<std::unique_ptr<Network>> create(const Options& options, const std::vector<Source>& sources,
                                                   Terminal& terminal);
    Network(const Options& options, const std::vector<Source>& sources, std::unique_ptr<Archive> archive,
            Terminal& terminal);

    Fetcher& fetcher() { return local_; }
    [[nodiscard]] Traffic traffic() const;
    /// Error interrupted or unwritable: the run cannot go on, for the user's sake or because the archive's disk is
    /// full.
    [[nodiscard]] Status may_go_on() const;
    /// The rules of an update: what `is_settled` need not be asked for, and what has vanished is had from the archive.
    void renew(std::function<bool(const Capture&)> is_settled);
    /// What is gone from the server and was had from the archive.
    [[nodiscard]] std::vector<std::string> vanished() const;
    /// The run has come to its end, so the next one asks again what has changed.
    Status complete();

  private:
    Transport& answering();

    std::unique_ptr<Archive> archive_;  // null: none
    CurlTransport curl_;
    std::optional<RecordTransport> record_;
    MeteredTransport meter_;
    PoliteTransport polite_;
    std::optional<ReplayTransport> replay_;
    std::optional<RobotsTransport> robots_;
    HttpFetcher http_;
    HttpFetcher http_of_server_;  // past robots.txt and the archive
    PasswordFetcher password_;
    PoliteTransport polite_to_archives_;
    WebArchiveTransport web_archive_;
    std::optional<ReplayTransport> copies_;
    HttpFetcher http_of_copies_;
    WaybackFetcher wayback_;
    CopyFetcher copies_of_sites_;
    LocalFetcher local_;
};

}  // namespace blogbind::cli
