// What options' values may look like.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "base/date.h"
#include "base/result.h"
#include "extract/site_rules.h"

namespace blogbind::cli {

/// Error usage, for all: the message names the value and what was expected.
Result<long long> number_value(const std::string& value, long long least, long long most);
Result<std::chrono::milliseconds> seconds_value(const std::string& value);  ///< "1", "0.25"
Result<std::pair<int, int>> box_value(const std::string& value);            ///< "1264x1680"
Result<std::size_t> size_value(const std::string& value);                   ///< "40MB", "1.5 GB": bytes
Result<DateTime> date_value(const std::string& value);                      ///< "2019-05-01"
Result<extract::SiteRules> rules_value(const std::string& value);           ///< a file's name

}  // namespace blogbind::cli
