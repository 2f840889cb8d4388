#include "net/crawl_fetcher.h"

#include <utility>

namespace blogbind {

Result<Answer> CrawlFetcher::Nobody::ask(const Ask& ask) { return fail(ErrorKind::not_found, ask.url.text()); }

CrawlFetcher::CrawlFetcher(std::shared_ptr<const Archive> crawl, Fetcher* next)
    : crawl_(std::move(crawl)), next_(next) {
    if (!crawl_) return;
    replay_.emplace(nobody_, *crawl_, ReplayRules{ReplayRules::Mode::offline, {}, false});
    http_.emplace(*replay_);
}

Result<Response> CrawlFetcher::fetch(const Request& request) {
    if (!http_) return next_->fetch(request);
    Result<Response> response = http_->fetch(request);
    if (response || response.error().kind != ErrorKind::not_found) return response;
    if (next_ != nullptr) return next_->fetch(request);
    return fail(ErrorKind::not_found, request.url.text() + " is not in " + crawl_->path().filename().string());
}

}  // namespace blogbind
