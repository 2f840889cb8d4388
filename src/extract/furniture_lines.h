// Lines that stand in posts although nobody wrote them: labels of buttons and plug-ins.
#pragma once

#include <string>
#include <string_view>

namespace blogbind::extract {

/// Case-folded, trimmed, without the marks that close a label.
std::string furniture_label(std::string_view text);
/// True for "Share this:", "Loading...", "The post X appeared first on Y." and the like, in many languages.
bool is_furniture_line(std::string_view text);
/// True for headings over lists of other posts: "Related posts", "You may also like".
bool is_related_heading(std::string_view text);
/// True for "About the author", over what a blog says of its writers.
bool is_author_heading(std::string_view text);
/// True for "Table of contents", "In this article".
bool is_contents_heading(std::string_view text);
/// True for "By Mara on 3 May 2019", "Posted in Railways": a byline in words.
bool is_byline_text(std::string_view text);

/// "4 min read", "Lesezeit: 4 Minuten".
bool is_reading_time(std::string_view text);
/// "Last updated: 3 May 2019".
bool is_update_text(std::string_view text);

}  // namespace blogbind::extract
