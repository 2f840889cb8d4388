// Numbers, durations, boxes and dates on the command line.
#include "cli/option_values.h"

#include <fmt/format.h>

#include "base/text.h"

namespace blogbind::cli {

Result<long long> number_value(const std::string& value, long long least, long long most) {
    const auto number = parsed_integer(value);
    if (number && *number >= least && *number <= most) return *number;
    return fail(ErrorKind::usage, fmt::format("“{}” is not a whole number from {} to {}", value, least, most));
}

Result<std::chrono::milliseconds> seconds_value(const std::string& value) {
    const std::size_t point = value.find('.');
    const auto whole = parsed_integer(value.substr(0, point));
    std::string decimals = point == std::string::npos ? "0" : value.substr(point + 1);
    decimals.resize(3, '0');
    const auto thousandths = parsed_integer(decimals);
    if (whole && thousandths && *whole >= 0 && *thousandths >= 0 && *whole <= 86400)
        return std::chrono::milliseconds(*whole * 1000 + *thousandths);
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

Result<DateTime> date_value(const std::string& value) {
    if (const auto date = parse_date(value)) return *date;
    return fail(ErrorKind::usage, fmt::format("“{}” is not a date like 2019-05-01", value));
}

}  // namespace blogbind::cli
