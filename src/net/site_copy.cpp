#include "net/site_copy.h"

#include <array>
#include <string_view>

#include "base/text.h"

namespace blogbind {
namespace {

/// The same address with marks for themselves that it has encoded, or the other way round: pages and crawlers that
/// follow them do not agree on "(5).jpg".
std::optional<Url> spelt_otherwise(const Url& url) {
    struct Mark {
        std::string_view plain, encoded;
    };
    constexpr std::array marks{Mark{"(", "%28"}, Mark{")", "%29"}, Mark{"'", "%27"},
                               Mark{"!", "%21"}, Mark{"*", "%2A"}, Mark{",", "%2C"}};
    std::string plain = url.text(), encoded = plain;
    for (const Mark& mark : marks) {
        plain = replaced(plain, mark.encoded, mark.plain);
        encoded = replaced(encoded, mark.plain, mark.encoded);
    }
    if (plain == encoded) return std::nullopt;
    return Url::parse(plain == url.text() ? encoded : plain);
}

}  // namespace

Result<Response> Crawl::fetch(const Request& request) {
    Result<Response> response = http_.fetch(request);
    const bool is_missing = !response && response.error().kind == ErrorKind::not_found;
    const std::optional<Url> other = is_missing ? spelt_otherwise(request.url) : std::nullopt;
    if (!other) return response;
    Request again = request;
    again.url = *other;
    return http_.fetch(again);
}

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
