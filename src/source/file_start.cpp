#include "source/file_start.h"

#include "base/text.h"

namespace blogbind {
namespace {

/// Where what begins with "<!--", "<?" or "<!" ends.
std::string_view end_of_aside(std::string_view text) {
    if (text.starts_with("<!--")) return "-->";
    return text.starts_with("<?") ? "?>" : ">";
}

std::string root_of(std::string_view text) {
    // a program's warning may stand before the prologue; other words are a text that speaks of tags
    const std::string_view before = text.substr(0, text.find('<'));
    if (!trimmed(before).empty() && !text.substr(before.size()).starts_with("<?xml")) return {};
    for (;;) {
        const std::size_t start = text.find('<');
        if (start == std::string_view::npos) return {};
        text.remove_prefix(start);
        if (!text.starts_with("<!") && !text.starts_with("<?"))
            return std::string(text.substr(1, text.find_first_of(" \t\r\n/>") - 1));
        const std::size_t end = text.find(end_of_aside(text));
        if (end == std::string_view::npos) return {};
        text.remove_prefix(end + 1);
    }
}

}  // namespace

FileStart::FileStart(std::string_view bytes)
    : bytes_(bytes.substr(0, size)), lowered_(ascii_lowered(bytes_)), root_(root_of(lowered_)) {}

}  // namespace blogbind
