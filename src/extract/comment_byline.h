// The line that says who wrote a comment and when.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "markup/body.h"

namespace blogbind::extract {

/// The date that an element is or shows: exact ones in attributes come before what is written for people.
std::optional<DateTime> comment_date(const markup::Element& element);

/// The name before a date: "Ben 19. Juni 2018 um 15:28", "written by Ann on May 1, 2019". Nothing if there is no date,
/// or no name before it.
std::optional<std::string> name_before_date(std::string_view byline);

/// Whether the text is something to click ("Reply", "Permalink"), and so nobody's name.
bool is_action_label(std::string_view text);

}  // namespace blogbind::extract
