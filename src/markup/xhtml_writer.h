// The tree as XHTML text that XML and HTML parsers read alike: void elements self-closed, all others with an end tag.
#pragma once

#include <string>
#include <string_view>

#include "markup/body.h"

namespace blogbind::markup {

/// The element with its tags. White space is written as it stands; text and values are escaped.
void write_xhtml(const Element& element, std::string& out);
/// Only what is inside.
void write_inner_xhtml(const Element& element, std::string& out);
std::string xhtml(const Element& element);
std::string inner_xhtml(const Element& element);
/// & < > " as references; other characters as they stand.
std::string escaped(std::string_view text);

}  // namespace blogbind::markup
