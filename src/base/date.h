// Points in time as blogs write them: with or without a time of day, with or without an offset.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace blogbind {

/// `local` is what the clock on the blog's wall showed; `offset` is nothing where the source gave none.
struct DateTime {
    std::chrono::sys_seconds local{};
    std::optional<std::chrono::minutes> offset;
    bool has_time = true;

    /// The instant; without an offset the wall clock is taken for UTC.
    [[nodiscard]] std::chrono::sys_seconds utc() const { return local - offset.value_or(std::chrono::minutes{0}); }
    [[nodiscard]] std::chrono::year_month_day day() const {
        return std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(local)};
    }
    friend bool operator==(const DateTime&, const DateTime&) = default;
};

/// ISO 8601 / RFC 3339 ("2019-05-01T08:00:00+02:00", "2019-05-01 08:00", "2019-05-01") and RFC 822 / 2822
/// ("Wed, 01 May 2019 08:00:00 +0200", two-digit years, zone names).
std::optional<DateTime> parse_date(std::string_view text);
/// As people write it, in the languages of blogs: "May 1, 2019 at 8:00 am", "1. Mai 2019", "2019年5月1日".
/// Also everything that parse_date reads. Nothing if no day, month and year can be found without guessing.
std::optional<DateTime> parse_written_date(std::string_view text);
/// The date in a permalink's path: /2019/05/01/slug, /2019/05/slug (day 1 is not invented: nothing).
std::optional<DateTime> date_in_path(std::string_view path);
DateTime from_unix_seconds(long long seconds);

/// RFC 3339: "2019-05-01T08:00:00+02:00", "…Z" without an offset, "2019-05-01" without a time.
std::string rfc3339(const DateTime& time);
/// "2019-05-01T06:00:00Z"
std::string rfc3339_utc(std::chrono::sys_seconds time);
/// "2019-05-01", by the wall clock.
std::string iso_day(const DateTime& time);

}  // namespace blogbind
