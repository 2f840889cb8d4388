#include "net/redirect_trail.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace blogbind {

namespace {

constexpr std::array redirect_statuses{301, 302, 303, 307, 308};

bool is_redirect(const Answer& answer) {
    const bool moves =
        std::find(redirect_statuses.begin(), redirect_statuses.end(), answer.status) != redirect_statuses.end();
    return moves && !answer.header("location").empty();
}

}  // namespace

bool RedirectTrail::has_passed(const Url& url) const {
    return url == url_ || std::find(passed_.begin(), passed_.end(), url) != passed_.end();
}

Result<bool> RedirectTrail::follow(const Answer& answer) {
    if (!is_redirect(answer)) return false;
    const std::string_view location = answer.header("location");
    const std::optional<Url> next = url_.resolve(location);
    if (!next || !next->is_web())
        return fail(ErrorKind::refused,
                    fmt::format("{}: redirects to {}, which is no web address", url_.text(), location));
    const std::string& start = passed_.empty() ? url_.text() : passed_.front().text();
    // A site that has just set a cookie may rightly send the browser to the same address again.
    if (has_passed(*next) && answer.header("set-cookie").empty())
        return fail(ErrorKind::unreachable, start + ": redirects in a circle");
    if (passed_.size() >= static_cast<std::size_t>(limit_))
        return fail(ErrorKind::unreachable, fmt::format("{}: more than {} redirects", start, limit_));
    passed_.push_back(url_);
    url_ = *next;
    return true;
}

}  // namespace blogbind
