#include "net/replay_transport.h"

#include <algorithm>
#include <array>

namespace blogbind {

namespace {

// What a server says for good. A failure may have passed.
constexpr std::array lasting_statuses{200, 301, 302, 303, 307, 308, 404, 410};

bool is_lasting(const Capture& capture) {
    return capture.is_unmodified ||
           std::find(lasting_statuses.begin(), lasting_statuses.end(), capture.status) != lasting_statuses.end();
}

bool is_gone(int status) { return status == 404 || status == 410; }

}  // namespace

/// Nothing if the server has to be asked, if only whether it still holds.
std::optional<Capture> ReplayTransport::capture_to_give(const Url& url) const {
    using Mode = ReplayRules::Mode;
    if (rules_.mode == Mode::refresh) return std::nullopt;
    const std::optional<Capture> newest = archive_.newest(url);
    if (!newest) return std::nullopt;
    const std::optional<Capture> newest_whole = archive_.newest_whole(url);
    const bool is_refusal = newest->status >= 400;
    if (rules_.mode == Mode::offline) return is_refusal && newest_whole ? newest_whole : newest;
    if (rules_.mode == Mode::once || archive_.is_of_this_run(*newest))
        return is_lasting(*newest) ? newest : std::nullopt;
    const bool is_settled = newest_whole && rules_.is_settled && rules_.is_settled(*newest_whole);
    return is_settled ? newest_whole : std::nullopt;
}

Result<Answer> ReplayTransport::replayed(const Capture& capture) {
    Result<Answer> answer = archive_.load(capture);
    if (answer) ++answered_;
    return answer;
}

Result<Answer> ReplayTransport::revalidated(const Ask& ask, const Capture& capture) {
    const Result<Answer> held = archive_.load_head(capture);
    if (!held) return next_.ask(ask);  // the archive is damaged there, the server is not
    if (rules_.trusts_freshness && archive_.is_fresh(capture, *held)) {
        Result<Answer> fresh = archive_.load(capture);
        if (!fresh) return next_.ask(ask);
        ++answered_;
        return fresh;
    }
    const std::string_view tag = held->header("etag"), modified = held->header("last-modified");
    if (tag.empty() && modified.empty()) return next_.ask(ask);
    Ask conditional = ask;
    if (!tag.empty()) conditional.headers.emplace_back("If-None-Match", tag);
    if (!modified.empty()) conditional.headers.emplace_back("If-Modified-Since", modified);
    Result<Answer> answer = next_.ask(conditional);
    if (!answer || answer->status != not_modified) return answer;
    const std::optional<Capture> confirmed = archive_.newest_whole(ask.url);
    return archive_.load(confirmed ? *confirmed : capture);
}

Result<Answer> ReplayTransport::ask(const Ask& ask) {
    if (!ask.form.empty() && rules_.mode != ReplayRules::Mode::offline) return next_.ask(ask);  // not the page itself
    const std::optional<Capture> capture = ask.form.empty() ? capture_to_give(ask.url) : std::nullopt;
    if (capture) return replayed(*capture);
    if (rules_.mode == ReplayRules::Mode::offline)
        return fail(ErrorKind::not_found, ask.url.text() + ": is not in the archive, and --offline asks for nothing");
    Result<Answer> answer = asked(ask);
    if (!answer || !rules_.keeps_vanished || !is_gone(answer->status)) return answer;
    const std::optional<Capture> held = archive_.newest_whole(ask.url);
    if (!held) return answer;
    const std::lock_guard lock(mutex_);
    vanished_.insert(ask.url.text());
    return replayed(*held);
}

std::vector<std::string> ReplayTransport::vanished() const {
    const std::lock_guard lock(mutex_);
    return {vanished_.begin(), vanished_.end()};
}

Result<Answer> ReplayTransport::asked(const Ask& ask) {
    const std::optional<Capture> held = archive_.newest_whole(ask.url);
    if (!held || rules_.mode == ReplayRules::Mode::refresh) return next_.ask(ask);
    return revalidated(ask, *held);
}

}  // namespace blogbind
