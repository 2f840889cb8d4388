// From a transport's single exchanges to what its callers want: redirects followed, content decoded.
#pragma once

#include "net/fetcher.h"
#include "net/transport.h"

namespace blogbind {

/// Whether responses tell which archive record they are from, and when that was asked.
enum class Provenance { told, untold };

/// Each redirect is a step of its own: it is judged, paced and archived like a request. The user's secrets do not
/// travel in plain text after the user asked for a secure connection.
class HttpFetcher final : public Fetcher {
  public:
    explicit HttpFetcher(Transport& transport, Provenance provenance = Provenance::told, int redirect_limit = 10)
        : transport_(transport), provenance_(provenance), redirect_limit_(redirect_limit) {}
    /// Errors: as the transport's; unreachable for redirects without end; refused for more decoded bytes than the
    /// request allows; unreadable for damaged compression.
    Result<Response> fetch(const Request& request) override;

  private:
    Transport& transport_;
    Provenance provenance_;
    int redirect_limit_;
};

}  // namespace blogbind
