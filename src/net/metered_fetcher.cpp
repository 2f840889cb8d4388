// A fetcher that counts.
#include "net/metered_fetcher.h"

namespace blogbind {

Result<Response> MeteredFetcher::fetch(const Request& request) {
    Result<Response> response = next_.fetch(request);
    sent_ += 1 + (response ? response->redirects.size() : 0);
    if (!response || response->status >= 400) ++failed_;
    if (response) bytes_ += response->body.size();
    return response;
}

}  // namespace blogbind
