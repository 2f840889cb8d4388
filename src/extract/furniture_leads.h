// Lines that a site puts into a text and that are told by the words they begin with or hold: links to other posts,
// lists of tags, invitations to subscribe. Whole labels are furniture_lines.h's matter.
#pragma once

#include <cstddef>
#include <string_view>

namespace blogbind::extract {

/// "Lea también: …", "Read more – …": a line that leads to another post. `linked` is how many of its letters are in
/// links; the lead alone may stand outside them.
bool is_cross_link(std::string_view text, std::size_t linked);

/// "Tags: ferry, night": a line of terms, most of which are links.
bool is_term_list(std::string_view text, std::size_t linked);

/// "This post contains affiliate links": a short line that says how the page earns money.
bool is_disclosure(std::string_view text);

/// "Sign up for our newsletter", "Follow us on Instagram": a short line that asks the reader to.
bool is_invitation(std::string_view text);

}  // namespace blogbind::extract
