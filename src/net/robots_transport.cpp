#include "net/robots_transport.h"

#include <fmt/format.h>

#include "net/http_fetcher.h"

namespace blogbind {

namespace {

constexpr std::size_t file_limit = 1U << 20;
constexpr int redirect_limit = 5;  // RFC 9309 #redirects

std::string target_of(const Url& url) {
    const std::optional<std::string_view> query = url.query();
    return query ? url.path() + "?" + std::string(*query) : url.path();
}

}  // namespace

void RobotsTransport::read_rules(const Url& url, Site& site) {
    const Request request{.url = url.with_path("/robots.txt"), .referrer = {}, .accept = "text/plain,*/*;q=0.8",
                          .body_limit = file_limit};
    const Result<Response> response = HttpFetcher(next_, Provenance::untold, redirect_limit).fetch(request);
    if (response && response->status >= 200 && response->status < 300)
        site.rules = RobotsRules::parse(response->body, agent_);
    else if (response && response->status >= 500)
        site.failure = fmt::format("answered {}", response->status);
    // Without any answer the request itself will fail too, and say why.
}

RobotsTransport::Site& RobotsTransport::site_of(const Url& url) {
    Site* site = nullptr;
    {
        const std::lock_guard lock(mutex_);
        std::unique_ptr<Site>& known = sites_[url.origin()];
        if (!known) known = std::make_unique<Site>();
        site = known.get();
    }
    std::call_once(site->asked, [&] { read_rules(url, *site); });
    return *site;
}

Result<Answer> RobotsTransport::ask(const Ask& ask) {
    if (!ask.url.is_web()) return next_.ask(ask);
    const Site& site = site_of(ask.url);
    if (!site.failure.empty())
        return fail(ErrorKind::refused, fmt::format("{}: not asked for, as {}/robots.txt {}; --ignore-robots overrules",
                                                    ask.url.text(), ask.url.origin(), site.failure));
    if (!site.rules.allows(target_of(ask.url)))
        return fail(ErrorKind::refused, ask.url.text() + ": its robots.txt forbids programs to ask for it; "
                                                         "--ignore-robots overrules");
    Ask paced = ask;
    paced.crawl_delay = site.rules.crawl_delay();
    return next_.ask(paced);
}

}  // namespace blogbind
