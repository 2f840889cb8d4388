#include "base/date.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "base/date_parts.h"
#include "base/text.h"
#include "base/utf8.h"

namespace blogbind {

namespace {

using std::chrono::minutes;

/// Reads a text from left to right; each step takes something or leaves everything as it was.
class Scanner {
  public:
    explicit Scanner(std::string_view text) : rest_(text) {}

    [[nodiscard]] std::string_view rest() const { return rest_; }

    bool take(char c) {
        if (!rest_.starts_with(c)) return false;
        rest_.remove_prefix(1);
        return true;
    }
    bool take_any(std::string_view characters) {
        if (rest_.empty() || characters.find(rest_.front()) == std::string_view::npos) return false;
        rest_.remove_prefix(1);
        return true;
    }
    bool take_spaces() {
        const std::size_t before = rest_.size();
        while (take_any(" \t\r\n")) {
        }
        return rest_.size() < before;
    }
    /// A number of `least` to `most` digits that no other digit follows.
    std::optional<int> take_number(std::size_t least, std::size_t most) {
        std::size_t length = 0;
        while (length < rest_.size() && is_ascii_digit(rest_[length])) ++length;
        if (length < least || length > most) return std::nullopt;
        const auto number = parsed_integer(rest_.substr(0, length));
        rest_.remove_prefix(length);
        return static_cast<int>(number.value_or(0));
    }
    std::string_view take_word() {
        std::size_t length = 0;
        while (length < rest_.size() && (is_ascii_alpha(rest_[length]) || static_cast<signed char>(rest_[length]) < 0))
            ++length;
        const std::string_view word = rest_.substr(0, length);
        rest_.remove_prefix(length);
        return word;
    }
    std::optional<minutes> take_zone() {
        const std::optional<Zone> zone = zone_at_start(rest_);
        if (!zone) return std::nullopt;
        rest_.remove_prefix(zone->length);
        return zone->offset;
    }

  private:
    std::string_view rest_;
};

/// "08:00", "08:00:00", "08:00:00.123".
std::optional<ClockTime> take_time(Scanner& scanner) {
    const std::optional<int> hour = scanner.take_number(1, 2);
    if (!hour || !scanner.take(':')) return std::nullopt;
    const std::optional<int> minute = scanner.take_number(2, 2);
    if (!minute) return std::nullopt;
    ClockTime time{*hour, *minute, 0};
    if (!scanner.take(':')) return time;
    const std::optional<int> second = scanner.take_number(2, 2);
    if (!second) return std::nullopt;
    time.second = *second;
    if (scanner.take_any(".,") && !scanner.take_number(1, 18)) return std::nullopt;
    return time;
}

/// What may stand behind a date: nothing, or a comment in parentheses (RFC 5322 #section-3.2.2).
bool is_at_end(Scanner& scanner) {
    scanner.take_spaces();
    return scanner.rest().empty() || scanner.rest().starts_with('(');
}

std::optional<DateTime> iso_date(std::string_view text) {
    Scanner scanner(text);
    const std::optional<int> year = scanner.take_number(4, 4);
    if (!year || !scanner.take('-')) return std::nullopt;
    const std::optional<int> month = scanner.take_number(1, 2);
    if (!month || !scanner.take('-')) return std::nullopt;
    const std::optional<int> day = scanner.take_number(1, 2);
    if (!day) return std::nullopt;
    if (is_at_end(scanner)) return assembled_date(*year, *month, *day, std::nullopt, std::nullopt);
    scanner.take_any("Tt");
    const std::optional<ClockTime> time = take_time(scanner);
    if (!time) return std::nullopt;
    scanner.take_spaces();
    const std::optional<minutes> offset = scanner.take_zone();
    return is_at_end(scanner) ? assembled_date(*year, *month, *day, time, offset) : std::nullopt;
}

/// RFC 5322 #section-4.3: two digits are of 1950 to 2049.
int whole_year(int written, bool short_form) {
    if (!short_form) return written;
    return written < 50 ? 2000 + written : 1900 + written;
}

/// "Wed, 01 May 2019 08:00:00 +0200"; weekday, time, seconds and zone may be missing, "-" may stand between the parts.
std::optional<DateTime> mail_date(std::string_view text) {
    Scanner scanner(text);
    if (!scanner.take_word().empty()) scanner.take_any(",.");
    scanner.take_any(",");
    scanner.take_spaces();
    const std::optional<int> day = scanner.take_number(1, 2);
    if (!day || !scanner.take_any(" -")) return std::nullopt;
    scanner.take_spaces();
    const std::optional<unsigned> month = month_named(case_folded(scanner.take_word()));
    scanner.take('.');
    if (!month || !scanner.take_any(" -")) return std::nullopt;
    scanner.take_spaces();
    const std::size_t before = scanner.rest().size();
    const std::optional<int> written_year = scanner.take_number(2, 4);
    const std::size_t digits = before - scanner.rest().size();
    if (!written_year || digits == 3) return std::nullopt;
    const int year = whole_year(*written_year, digits == 2);
    if (is_at_end(scanner)) return assembled_date(year, static_cast<int>(*month), *day, std::nullopt, std::nullopt);
    const std::optional<ClockTime> time = take_time(scanner);
    if (!time) return std::nullopt;
    scanner.take_spaces();
    const std::optional<minutes> offset = scanner.take_zone();
    return is_at_end(scanner) ? assembled_date(year, static_cast<int>(*month), *day, time, offset) : std::nullopt;
}

/// A segment of a path as a number of exactly `digits` digits.
std::optional<int> path_number(std::string_view segment, std::size_t digits) {
    if (segment.size() != digits || !std::ranges::all_of(segment, is_ascii_digit)) return std::nullopt;
    return static_cast<int>(parsed_integer(segment).value_or(0));
}

bool is_blog_year(int year) { return year >= 1990 && year < 2100; }

std::string day_text(const std::chrono::year_month_day& day) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

/// "2019-05-01T08:00:00"
std::string second_text(std::chrono::sys_seconds time) {
    const auto midnight = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::hh_mm_ss clock{time - midnight};
    return fmt::format("{}T{:02}:{:02}:{:02}", day_text(std::chrono::year_month_day{midnight}), clock.hours().count(),
                       clock.minutes().count(), clock.seconds().count());
}

std::string offset_text(minutes offset) {
    const auto distance = std::chrono::abs(offset).count();
    return fmt::format("{}{:02}:{:02}", offset < minutes{0} ? '-' : '+', distance / 60, distance % 60);
}

}  // namespace

std::optional<DateTime> assembled_date(int year, int month, int day, const std::optional<ClockTime>& time,
                                       std::optional<minutes> offset) {
    if (month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) return std::nullopt;
    DateTime result;
    result.local = std::chrono::sys_days{date};
    result.has_time = time.has_value();
    if (!time) return result;
    const bool closing_midnight = time->hour == 24 && time->minute == 0 && time->second == 0;
    if ((time->hour > 23 && !closing_midnight) || time->minute > 59 || time->second > 60) return std::nullopt;
    result.local += std::chrono::hours{time->hour} + minutes{time->minute};
    result.local += std::chrono::seconds{std::min(time->second, 59)};
    result.offset = offset;
    return result;
}

std::optional<DateTime> parse_date(std::string_view text) {
    text = trimmed(text);
    if (const std::optional<DateTime> date = iso_date(text)) return date;
    return mail_date(text);
}

std::optional<DateTime> date_in_path(std::string_view path) {
    const std::vector<std::string_view> segments = split(path, '/');
    for (std::size_t i = 0; i + 2 < segments.size(); ++i) {
        const std::optional<int> year = path_number(segments[i], 4);
        if (!year || !is_blog_year(*year)) continue;
        const std::optional<int> month = path_number(segments[i + 1], 2), day = path_number(segments[i + 2], 2);
        if (month && day) return assembled_date(*year, *month, *day, std::nullopt, std::nullopt);
    }
    return std::nullopt;
}

DateTime from_unix_seconds(long long seconds) {
    return {std::chrono::sys_seconds{std::chrono::seconds{seconds}}, minutes{0}, true};
}

std::string rfc3339(const DateTime& time) {
    if (!time.has_time) return iso_day(time);
    return second_text(time.local) + (time.offset.value_or(minutes{0}) == minutes{0} ? "Z" : offset_text(*time.offset));
}

std::string rfc3339_utc(std::chrono::sys_seconds time) { return second_text(time) + "Z"; }

std::string iso_day(const DateTime& time) { return day_text(time.day()); }

}  // namespace blogbind
