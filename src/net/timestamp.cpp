#include "net/timestamp.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace blogbind {

std::string timestamp_of(std::chrono::sys_seconds time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(time - day);
    return fmt::format("{:04}{:02}{:02}{:02}{:02}{:02}", std::clamp(static_cast<int>(date.year()), 0, 9999),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), clock.hours().count(),
                       clock.minutes().count(), clock.seconds().count());
}

std::optional<std::chrono::sys_seconds> time_of_timestamp(std::string_view timestamp) {
    if (timestamp.size() != timestamp_digits || !std::ranges::all_of(timestamp, is_ascii_digit)) return std::nullopt;
    const auto number = [timestamp](std::size_t at, std::size_t size) {
        return static_cast<int>(*parsed_integer(timestamp.substr(at, size)));
    };
    const auto part = [number](std::size_t at) { return number(at, 2); };
    const std::chrono::year_month_day date(std::chrono::year(number(0, 4)),
                                           std::chrono::month(static_cast<unsigned>(part(4))),
                                           std::chrono::day(static_cast<unsigned>(part(6))));
    if (!date.ok() || part(8) > 23 || part(10) > 59 || part(12) > 60) return std::nullopt;
    return std::chrono::sys_days(date) + std::chrono::hours(part(8)) + std::chrono::minutes(part(10)) +
           std::chrono::seconds(part(12));
}

}  // namespace blogbind
