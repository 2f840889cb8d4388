#include "net/freshness.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/text.h"

namespace blogbind {

namespace {

using std::chrono::seconds;

constexpr seconds longest = std::chrono::hours(24 * 365);  // what claims to hold for longer is asked for once a year

/// RFC 9111 #field.cache-control: what its fields say, put together, names in lower case.
std::vector<std::string> directives(const Answer& answer) {
    std::vector<std::string> all;
    for (const auto& [name, value] : answer.headers)
        if (name == "cache-control")
            for (const std::string_view directive : split(value, ',')) all.push_back(ascii_lowered(trimmed(directive)));
    return all;
}

/// #delta-seconds: a number beyond all bounds is a large one, what is no number is none.
std::optional<seconds> seconds_in(std::string_view text) {
    if (text.size() >= 2 && text.starts_with('"') && text.ends_with('"')) text = text.substr(1, text.size() - 2);
    if (text.empty() || !std::ranges::all_of(text, is_ascii_digit)) return std::nullopt;
    const std::optional<long long> count = parsed_integer(text);
    return count ? std::min(seconds(*count), longest) : longest;
}

/// Whether the server wants to be asked each time. "no-cache" with names of fields is taken for the whole answer.
bool forbids_reuse(const std::vector<std::string>& directives) {
    constexpr std::array forbidding{std::string_view("no-cache"), std::string_view("no-store")};
    return std::ranges::any_of(directives, [&](std::string_view directive) {
        return std::ranges::find(forbidding, directive.substr(0, directive.find('='))) != forbidding.end();
    });
}

/// #calculating.freshness.lifetime, "s-maxage" apart, which is for caches of many users. Where an answer says two
/// things, the shorter one counts; what cannot be read counts as nothing.
std::optional<seconds> lifetime(const Answer& answer, const std::vector<std::string>& directives) {
    constexpr std::string_view max_age = "max-age=";
    std::optional<seconds> shortest;
    for (const std::string_view directive : directives) {
        if (!directive.starts_with(max_age)) continue;
        const seconds told = seconds_in(trimmed(directive.substr(max_age.size()))).value_or(seconds(0));
        shortest = std::min(told, shortest.value_or(told));
    }
    if (shortest) return shortest;
    const std::optional<DateTime> until = parse_date(answer.header("expires"));
    const std::optional<DateTime> sent = parse_date(answer.header("date"));
    return until && sent ? std::optional(until->utc() - sent->utc()) : std::nullopt;
}

/// #age.calculations, with the time of asking for that of the answer: it makes the answer look no younger than it is.
seconds age_of(const Answer& answer, std::chrono::sys_seconds asked, std::chrono::sys_seconds now) {
    const std::optional<DateTime> sent = parse_date(answer.header("date"));
    const seconds apparent = sent ? std::max(asked - sent->utc(), seconds(0)) : seconds(0);
    const seconds told = seconds_in(answer.header("age")).value_or(seconds(0));
    return std::max(apparent, told) + (now - asked);
}

/// #caching.negotiated.responses: whether all requests for an address are alike in the fields that it was chosen by.
bool is_for_any_request(const Answer& answer) {
    constexpr std::array always_alike{std::string_view("accept"), std::string_view("accept-encoding"),
                                      std::string_view("origin"), std::string_view("")};
    for (const auto& [name, value] : answer.headers)
        if (name == "vary")
            for (const std::string_view field : split(value, ','))
                if (std::ranges::find(always_alike, ascii_lowered(trimmed(field))) == always_alike.end()) return false;
    return true;
}

}  // namespace

bool is_fresh(const Answer& answer, std::chrono::sys_seconds asked, std::chrono::sys_seconds now) {
    const std::vector<std::string> told = directives(answer);
    if (forbids_reuse(told) || !is_for_any_request(answer) || now < asked) return false;
    const std::optional<seconds> holds_for = lifetime(answer, told);
    return holds_for && *holds_for > age_of(answer, asked, now);
}

}  // namespace blogbind
