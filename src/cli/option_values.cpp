// Numbers, durations, boxes and dates on the command line.
#include "cli/option_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "base/file.h"
#include "base/text.h"

namespace blogbind::cli {
namespace {

/// Decimal, as delivery services count; with a thousandth of their bytes.
constexpr std::array<std::pair<std::string_view, std::size_t>, 3> size_units{
    {{"KB", 1}, {"MB", 1'000}, {"GB", 1'000'000}}};

/// "0.25" is 250; nothing if it is no number from 0 to 86400.
std::optional<long long> thousandths_in(const std::string& value) {
    const std::size_t point = value.find('.');
    const auto whole = parsed_integer(value.substr(0, point));
    std::string decimals = point == std::string::npos ? "0" : value.substr(point + 1);
    decimals.resize(3, '0');
    const auto thousandths = parsed_integer(decimals);
    if (whole && thousandths && *whole >= 0 && *thousandths >= 0 && *whole <= 86400)
        return *whole * 1000 + *thousandths;
    return std::nullopt;
}

}  // namespace

Result<long long> number_value(const std::string& value, long long least, long long most) {
    const auto number = parsed_integer(value);
    if (number && *number >= least && *number <= most) return *number;
    return fail(ErrorKind::usage, fmt::format("“{}” is not a whole number from {} to {}", value, least, most));
}

Result<std::chrono::milliseconds> seconds_value(const std::string& value) {
    if (const auto thousandths = thousandths_in(value)) return std::chrono::milliseconds(*thousandths);
    return fail(ErrorKind::usage, fmt::format("“{}” is not a number of seconds from 0 to 86400", value));
}

Result<std::pair<int, int>> box_value(const std::string& value) {
    const std::size_t cross = value.find_first_of("xX×");
    if (cross != std::string::npos) {
        const auto width = parsed_integer(value.substr(0, cross));
        const auto height = parsed_integer(value.substr(cross + 1));
        if (width && height && *width >= 16 && *height >= 16 && *width <= 20000 && *height <= 20000)
            return std::pair{static_cast<int>(*width), static_cast<int>(*height)};
    }
    return fail(ErrorKind::usage, fmt::format("“{}” is not a size in pixels like 1264x1680", value));
}

Result<std::size_t> size_value(const std::string& value) {
    for (const auto& [unit, thousandth] : size_units) {
        const std::size_t length = value.size() - std::min(value.size(), unit.size());
        if (!equals_ignoring_case(value.substr(length), unit)) continue;
        const auto thousandths = thousandths_in(std::string(trimmed(value.substr(0, length))));
        if (thousandths && *thousandths > 0) return static_cast<std::size_t>(*thousandths) * thousandth;
    }
    return fail(ErrorKind::usage, fmt::format("“{}” is not a size like 40MB or 1.5GB", value));
}

Result<DateTime> date_value(const std::string& value) {
    if (const auto date = parse_date(value)) return *date;
    return fail(ErrorKind::usage, fmt::format("“{}” is not a date like 2019-05-01", value));
}

Result<extract::SiteRules> rules_value(const std::string& value) {
    constexpr std::size_t largest_file = 1U << 20;
    const Result<std::string> text = read_file(value, largest_file);
    if (!text) return fail(ErrorKind::usage, text.error().message);
    auto rules = extract::SiteRules::parse(*text);
    if (!rules) return fail(ErrorKind::usage, fmt::format("{}: {}", value, rules.error().message));
    return rules;
}

}  // namespace blogbind::cli
