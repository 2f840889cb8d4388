// What the two readers of dates share: words with a meaning, zones, and putting the parts together.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>

#include "base/date.h"

namespace blogbind {

struct ClockTime {
    int hour = 0, minute = 0, second = 0;
};

struct Zone {
    std::chrono::minutes offset{0};
    std::size_t length = 0;  ///< how many bytes of the text name it
};

/// The number of the month that `word` names in one of the known languages, in full or shortened without its dot.
/// `word` is case-folded.
std::optional<unsigned> month_named(std::string_view word);
/// "Z", "GMT", "EST", "+02:00", "+0200", "+02", "GMT+2" at the start of `text`, in any case.
std::optional<Zone> zone_at_start(std::string_view text);
/// Nothing if there is no such day or time; 24:00 is the next day's midnight, a leap second is the second before it.
std::optional<DateTime> assembled_date(int year, int month, int day, const std::optional<ClockTime>& time,
                                       std::optional<std::chrono::minutes> offset);

}  // namespace blogbind
