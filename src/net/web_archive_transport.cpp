#include "net/web_archive_transport.h"

#include <algorithm>

namespace blogbind {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds between_copies{125}, between_index_questions{2500};
constexpr int bearable_failures = 3;  // single copies may be slow to come
constexpr int too_many_requests = 429;

Ask with_manners(Ask ask) {
    ask.may_know_secrets = false;
    const bool is_index = ask.url.path().ends_with("/cdx/search/cdx");
    ask.lane = is_index ? "index" : "copies";
    ask.crawl_delay = is_index ? between_index_questions : between_copies;
    return ask;
}

}  // namespace

Manners WebArchiveTransport::patient(Manners manners) {
    manners.insists = false;
    manners.retries = std::min(manners.retries, 1);
    manners.first_pause = std::chrono::minutes(1);
    return manners;
}

void WebArchiveTransport::note(const Result<Answer>& result) {
    if (result) {
        has_answered_ = true;
        failures_ = 0;
        if (result->status == too_many_requests) is_silent_ = true;
        return;
    }
    const ErrorKind kind = result.error().kind;
    if (kind != ErrorKind::unreachable && kind != ErrorKind::not_found) return;
    if (++failures_ >= bearable_failures || !has_answered_) is_silent_ = true;
}

Result<Answer> WebArchiveTransport::asked(const Ask& ask) {
    if (is_silent_) return fail(ErrorKind::unreachable, ask.url.text() + ": not asked for, as its server is silent");
    Result<Answer> result = next_.ask(with_manners(ask));
    note(result);
    return result;
}

Result<Answer> WebArchiveTransport::ask(const Ask& ask) {
    if (!hosts_.contains(std::string(ask.url.host())))
        return fail(ErrorKind::refused, ask.url.text() + ": is no address of the web archive");
    if (has_answered_ || is_silent_) return asked(ask);
    const std::scoped_lock lock(first_);
    return asked(ask);
}

}  // namespace blogbind
