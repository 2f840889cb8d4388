#include "net/polite_fetcher.h"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "base/date.h"
#include "base/text.h"

namespace blogbind {

namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::milliseconds;

constexpr Milliseconds interruption_check{50};
constexpr std::array passing_statuses{429, 500, 502, 503, 504};
constexpr int most_doublings = 20;
constexpr std::chrono::seconds very_long = std::chrono::hours(24 * 365);

bool may_succeed_later(const Result<Response>& result) {
    if (!result) return result.error().kind == ErrorKind::unreachable;
    return std::find(passing_statuses.begin(), passing_statuses.end(), result->status) != passing_statuses.end();
}

/// RFC 9110 #field.retry-after: seconds, or a date, which is compared with the server's own clock.
std::optional<std::chrono::seconds> wanted_wait(const Response& response) {
    const std::string_view value = response.header("retry-after");
    if (const std::optional<long long> seconds = parsed_integer(value))
        return std::clamp(std::chrono::seconds(*seconds), std::chrono::seconds(0), very_long);
    const std::optional<DateTime> until = parse_date(value);
    const std::optional<DateTime> sent = parse_date(response.header("date"));
    if (!until || !sent) return std::nullopt;
    return std::clamp(std::chrono::seconds(until->utc() - sent->utc()), std::chrono::seconds(0), very_long);
}

Milliseconds pause_before(int retry, const Result<Response>& result, const Manners& manners) {
    const Milliseconds own = manners.first_pause * (1LL << std::min(retry, most_doublings));
    const Milliseconds polite = std::min<Milliseconds>(own, manners.longest_wait);
    const std::optional<std::chrono::seconds> wanted = result ? wanted_wait(*result) : std::nullopt;
    return wanted ? std::max<Milliseconds>(polite, *wanted) : polite;
}

}  // namespace

/// When each host may be asked again.
struct PoliteFetcher::Hosts {
    /// The time at which the caller may ask `host`; the next caller's is `delay` later.
    Clock::time_point next_turn(const std::string& host, Milliseconds delay) {
        const std::lock_guard lock(mutex_);
        Clock::time_point& free_from = free_from_[host];
        const Clock::time_point turn = std::max(free_from, Clock::now());
        free_from = turn + delay;
        return turn;
    }

    void postpone(const std::string& host, Milliseconds pause) {
        const std::lock_guard lock(mutex_);
        Clock::time_point& free_from = free_from_[host];
        free_from = std::max(free_from, Clock::now() + pause);
    }

  private:
    std::mutex mutex_;
    std::map<std::string, Clock::time_point> free_from_;
};

namespace {

/// False if the wait was cut short.
bool wait_until(Clock::time_point time, const std::atomic<bool>& interrupted) {
    while (!interrupted) {
        const auto left = time - Clock::now();
        if (left <= Clock::duration::zero()) return true;
        std::this_thread::sleep_for(std::min<Clock::duration>(left, interruption_check));
    }
    return false;
}

}  // namespace

PoliteFetcher::PoliteFetcher(Fetcher& next, Manners manners, const std::atomic<bool>& interrupted)
    : next_(next), manners_(manners), interrupted_(interrupted), hosts_(std::make_unique<Hosts>()) {}

PoliteFetcher::~PoliteFetcher() = default;

Result<Response> PoliteFetcher::fetch(const Request& request) {
    const std::string& host = request.url.host();
    for (int retry = 0;; ++retry) {
        if (!wait_until(hosts_->next_turn(host, manners_.delay), interrupted_))
            return fail(ErrorKind::interrupted, request.url.text() + " was not fetched: interrupted");
        Result<Response> result = next_.fetch(request);
        if (retry >= manners_.retries || !may_succeed_later(result)) return result;
        const Milliseconds pause = pause_before(retry, result, manners_);
        if (pause > manners_.longest_wait) return result;
        hosts_->postpone(host, pause);
    }
}

}  // namespace blogbind
