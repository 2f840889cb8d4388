// Fields of posts, as exports and feeds write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/report.h"
#include "markup/body.h"
#include "model/image.h"

namespace blogbind {

/// The words of a title that may hold markup or references, even escaped twice: "Fish &amp;amp; <i>chips</i>". What is
/// no markup, as in "vector&lt;T&gt;", stays.
std::string plain_title(std::string_view html);
/// The fragment as a tree, root "section"; what the parser gives up is reported under `where`, and nothing is left.
markup::Body parsed_content(std::string_view html, std::string_view where, Report& report);
/// WordPress tells a time twice, by the blog's clock and in UTC, and leaves the offset to be found out. One that no place
/// on earth has is left out; either time may be missing.
std::optional<DateTime> time_on_wall(std::optional<DateTime> local, std::optional<DateTime> utc);
/// A picture of which only the address is known; nothing if that is none of the web.
std::optional<Image> picture_at(std::string_view address, std::string_view alt = {}, std::string_view caption = {});

}  // namespace blogbind
