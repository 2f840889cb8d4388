// The 14 digits by which web archives and their indexes name a second of UTC: "20190503120000".
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace blogbind {

inline constexpr std::size_t timestamp_digits = 14;

std::string timestamp_of(std::chrono::sys_seconds time);
/// Nothing for what are not 14 digits that name a time.
std::optional<std::chrono::sys_seconds> time_of_timestamp(std::string_view timestamp);

}  // namespace blogbind
