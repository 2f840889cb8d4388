#include "net/polite_transport.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "base/date.h"
#include "base/hash.h"
#include "base/text.h"

namespace blogbind {

namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::milliseconds;
using Seconds = std::chrono::seconds;

constexpr Milliseconds longest_sleep{50};
constexpr int most_doublings = 20;
constexpr Seconds very_long = std::chrono::hours(24 * 365);

/// What an answer says about the host: whether to try again, and how much it counts towards leaving the host alone.
struct Symptom {
    int status;
    bool may_pass;
    int strain;
};

constexpr int bearable_strain = 20;
constexpr Seconds recovery_time{30};
constexpr Symptom no_answer{0, true, 4};
constexpr std::array symptoms{
    Symptom{429, true, 4},  Symptom{500, true, 4},  Symptom{502, true, 4}, Symptom{503, true, 4},
    Symptom{504, true, 4},
    // A ban looks like this, but so do single pictures that are gone from some stores: many are needed.
    Symptom{403, false, 1},
};

Symptom symptom_of(const Result<Answer>& result) {
    if (!result) return result.error().kind == ErrorKind::unreachable ? no_answer : Symptom{};
    const auto* known = std::find_if(symptoms.begin(), symptoms.end(),
                                     [&](const Symptom& symptom) { return symptom.status == result->status; });
    return known == symptoms.end() ? Symptom{} : *known;
}

/// RFC 9110 #field.retry-after: seconds, or a date, which is compared with the server's own clock.
std::optional<Seconds> wanted_wait(const Answer& answer) {
    const std::string_view value = answer.header("retry-after");
    if (const std::optional<long long> seconds = parsed_integer(value))
        return std::clamp(Seconds(*seconds), Seconds(0), very_long);
    const std::optional<DateTime> until = parse_date(value);
    const std::optional<DateTime> sent = parse_date(answer.header("date"));
    if (!until || !sent) return std::nullopt;
    return std::clamp(Seconds(until->utc() - sent->utc()), Seconds(0), very_long);
}

/// Between a half and the whole: requests that failed together are not repeated together. Chosen by the address, so
/// that a run can be repeated.
Milliseconds with_jitter(Milliseconds pause, const Url& url, int retry) {
    const std::string digest = sha256_hex(url.text() + static_cast<char>('0' + retry % 10));
    const long share = std::stol(digest.substr(0, 2), nullptr, 16);
    return pause / 2 + pause * share / (2 * 255);
}

Milliseconds pause_before(int retry, const Url& url, const Result<Answer>& result, const Manners& manners) {
    const Milliseconds own = manners.first_pause * (1LL << std::min(retry, most_doublings));
    const Milliseconds polite = with_jitter(std::min<Milliseconds>(own, manners.longest_wait), url, retry);
    const std::optional<Seconds> wanted = result ? wanted_wait(*result) : std::nullopt;
    return wanted ? std::max<Milliseconds>(polite, *wanted) : polite;
}

/// False if the wait was cut short.
bool wait_until(Clock::time_point time, const std::atomic<bool>& interrupted) {
    while (!interrupted) {
        const auto left = time - Clock::now();
        if (left <= Clock::duration::zero()) return true;
        std::this_thread::sleep_for(std::min<Clock::duration>(left, longest_sleep));
    }
    return false;
}

}  // namespace

/// When each host may be asked again, and whether it should be.
class PoliteTransport::Hosts {
  public:
    /// The time at which the caller may ask the host; that of the next caller in this lane is `delay` later.
    Clock::time_point next_turn(const std::string& name, const std::string& lane, Milliseconds delay) {
        const std::lock_guard lock(mutex_);
        Host& host = hosts_[name];
        Clock::time_point& free_from = lane.empty() ? host.free_from : host.lanes_free_from[lane];
        const Clock::time_point turn = std::max({free_from, host.free_from, Clock::now()});
        free_from = turn + delay;
        return turn;
    }

    void postpone(const std::string& host, Milliseconds pause) {
        const std::lock_guard lock(mutex_);
        Clock::time_point& free_from = hosts_[host].free_from;
        free_from = std::max(free_from, Clock::now() + pause);
    }

    void note(const std::string& name, int strain, bool has_answered) {
        const std::lock_guard lock(mutex_);
        Host& host = hosts_[name];
        host.strain = strain == 0 ? 0 : host.strain + strain;
        host.has_answered = has_answered;
        host.left_alone_until = Clock::now() + recovery_time;
    }

    /// What it is to leave the host alone; nothing if it is not left alone. Now and then one request is let through, to
    /// see whether it has recovered.
    std::optional<ErrorKind> reason_to_leave_alone(const std::string& name) {
        const std::lock_guard lock(mutex_);
        Host& host = hosts_[name];
        if (host.strain < bearable_strain) return std::nullopt;
        if (Clock::now() < host.left_alone_until)
            return host.has_answered ? ErrorKind::refused : ErrorKind::unreachable;
        host.left_alone_until = Clock::now() + recovery_time;
        return std::nullopt;
    }

  private:
    struct Host {
        Clock::time_point free_from, left_alone_until;
        std::map<std::string, Clock::time_point> lanes_free_from;
        int strain = 0;
        bool has_answered = false;  // the last time
    };
    std::mutex mutex_;
    std::map<std::string, Host> hosts_;
};

PoliteTransport::PoliteTransport(Transport& next, Manners manners, const std::atomic<bool>& interrupted, Notice notice)
    : next_(next),
      manners_(manners),
      interrupted_(interrupted),
      notice_(std::move(notice)),
      hosts_(std::make_unique<Hosts>()) {}

PoliteTransport::~PoliteTransport() = default;

bool PoliteTransport::wait_for_turn(const Ask& ask) {
    const Milliseconds delay = std::max(manners_.delay, ask.crawl_delay);
    return wait_until(hosts_->next_turn(std::string(ask.url.host()), ask.lane, delay), interrupted_);
}

void PoliteTransport::tell_wait(const Url& url, Milliseconds pause) const {
    if (notice_ && pause >= manners_.told_wait)
        notice_(fmt::format("{} asks for {} s of patience", url.host(), std::chrono::ceil<Seconds>(pause).count()));
}

Result<Answer> PoliteTransport::ask_patiently(const Ask& ask) {
    for (int retry = 0;; ++retry) {
        if (!wait_for_turn(ask)) return fail(ErrorKind::interrupted, ask.url.text() + ": interrupted");
        Result<Answer> result = next_.ask(ask);
        const int retries = result || manners_.insists ? manners_.retries : 0;
        if (!symptom_of(result).may_pass || retry >= retries) return result;
        const Milliseconds pause = pause_before(retry, ask.url, result, manners_);
        if (pause > manners_.longest_wait)
            return fail(ErrorKind::refused,
                        fmt::format("{} answered {} and asks for {} s of patience; try again later", ask.url.text(),
                                    result->status, std::chrono::ceil<Seconds>(pause).count()));
        tell_wait(ask.url, pause);
        hosts_->postpone(std::string(ask.url.host()), pause);
    }
}

Result<Answer> PoliteTransport::ask(const Ask& ask) {
    const std::string host(ask.url.host());
    if (const std::optional<ErrorKind> reason = hosts_->reason_to_leave_alone(host))
        return fail(*reason,
                    fmt::format("{}: not asked for, as {} has failed or refused many times in a row", ask.url.text(), host));
    Result<Answer> result = ask_patiently(ask);
    hosts_->note(host, symptom_of(result).strain, result.has_value());
    return result;
}

}  // namespace blogbind
