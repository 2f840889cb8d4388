#include "net/site_copy.h"

namespace blogbind {

Result<Answer> Crawl::Nobody::ask(const Ask& ask) { return fail(ErrorKind::not_found, ask.url.text()); }

Crawl::Crawl(std::unique_ptr<const Archive> archive)
    : SiteCopy(archive->path().filename().string()),
      archive_(std::move(archive)),
      replay_(nobody_, *archive_, ReplayRules{ReplayRules::Mode::offline, {}, false}),
      http_(replay_) {}

CopyFetcher::CopyFetcher(std::vector<std::shared_ptr<SiteCopy>> copies, Fetcher* next)
    : copies_(std::move(copies)), next_(next) {}

Result<Response> CopyFetcher::fetch(const Request& request) {
    for (const std::shared_ptr<SiteCopy>& copy : copies_) {
        Result<Response> response = copy->fetch(request);
        if (!response && response.error().kind == ErrorKind::not_found) continue;
        ++answered_;
        return response;
    }
    if (next_ != nullptr) return next_->fetch(request);
    return fail(ErrorKind::not_found, request.url.text() + " is not in " + copies_.front()->name());
}

}  // namespace blogbind
