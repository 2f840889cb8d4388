// What XML allows where HTML is more lenient: names and characters.
#pragma once

#include <string>
#include <string_view>

namespace blogbind::markup {

/// The name with everything but ASCII letters, digits and . _ - replaced by "-".
std::string as_element_name(std::string_view name);
/// True if XML allows the attribute's name; only the prefixes xml, epub and xlink, and no namespace declarations.
bool is_attribute_name(std::string_view name);

/// XML 1.0 #charsets. REQUIRES: `utf8` is valid UTF-8.
bool is_xml_text(std::string_view utf8);
/// Each character that XML forbids becomes U+FFFD, a carriage return a line feed.
std::string as_xml_text(std::string_view utf8);

}  // namespace blogbind::markup
