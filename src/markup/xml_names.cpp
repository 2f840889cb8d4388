#include "markup/xml_names.h"

#include <algorithm>

#include "base/text.h"

namespace blogbind::markup {

namespace {

constexpr std::string_view replacement = "\uFFFD";

bool is_name_start(char c) { return is_ascii_alpha(c) || c == '_'; }
bool is_name_part(char c) { return is_name_start(c) || is_ascii_digit(c) || c == '.' || c == '-'; }

bool is_unprefixed_name(std::string_view name) {
    return !name.empty() && is_name_start(name.front()) && std::all_of(name.begin(), name.end(), is_name_part);
}

bool is_forbidden_control(char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n'; }

/// U+FFFE and U+FFFF; all other three-byte characters that a decoder lets through are allowed.
bool is_noncharacter(std::string_view text, std::size_t at) {
    return text[at] == '\xEF' && (text.substr(at, 3) == "\xEF\xBF\xBE" || text.substr(at, 3) == "\xEF\xBF\xBF");
}

}  // namespace

std::string as_element_name(std::string_view name) {
    std::string result;
    if (name.empty() || !is_name_start(name.front())) result += 'x';
    for (const char c : name) result += is_name_part(c) ? c : '-';
    return result;
}

bool is_attribute_name(std::string_view name) {
    const std::size_t colon = name.find(':');
    if (colon == std::string_view::npos) return name != "xmlns" && is_unprefixed_name(name);
    return has_word("xml epub xlink", name.substr(0, colon)) && is_unprefixed_name(name.substr(colon + 1));
}

bool is_xml_text(std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size(); ++at)
        if (is_forbidden_control(utf8[at]) || is_noncharacter(utf8, at)) return false;
    return true;
}

std::string as_xml_text(std::string_view utf8) {
    std::string result;
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        if (is_noncharacter(utf8, at)) {
            result += replacement;
            at += 2;
        } else if (utf8[at] == '\r') {
            result += '\n';
        } else if (is_forbidden_control(utf8[at])) {
            result += replacement;
        } else {
            result += utf8[at];
        }
    }
    return result;
}

}  // namespace blogbind::markup
