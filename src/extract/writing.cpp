#include "extract/writing.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/text.h"
#include "extract/walk.h"

namespace blogbind::extract {

namespace {

/// CSS Writing Modes #block-flow, and what browsers called it before.
constexpr std::array<std::string_view, 3> vertical_values{"vertical-rl", "tb-rl", "tb"};

bool declares_vertical(std::string_view declarations) {
    return std::ranges::any_of(split(declarations, ';'), [](std::string_view declaration) {
        const std::size_t colon = std::min(declaration.find(':'), declaration.size());
        const std::string property = ascii_lowered(trimmed(declaration.substr(0, colon)));
        const std::string value = ascii_lowered(trimmed(declaration.substr(std::min(colon + 1, declaration.size()))));
        return property.ends_with("writing-mode") && std::ranges::find(vertical_values, value) != vertical_values.end();
    });
}

bool names_the_page(std::string_view selectors) {
    return std::ranges::any_of(split(selectors, ','), [](std::string_view selector) {
        const std::string name = ascii_lowered(trimmed(selector));
        return name == "html" || name == "body";
    });
}

bool turns_the_page(std::string_view sheet) {
    for (std::size_t at = 0; at < sheet.size();) {
        const std::size_t open = sheet.find('{', at), close = sheet.find('}', at);
        if (open == std::string_view::npos || close == std::string_view::npos) return false;
        if (open < close && names_the_page(sheet.substr(at, open - at)) &&
            declares_vertical(sheet.substr(open + 1, close - open - 1)))
            return true;
        at = close + 1;
    }
    return false;
}

}  // namespace

bool is_written_vertically(const markup::Element& document, const markup::Element& body) {
    for (const markup::Node* up = &body; up != nullptr; up = up->Parent())
        if (const markup::Element* element = up->ToElement())
            if (declares_vertical(markup::attribute(*element, "style"))) return true;
    bool found = false;
    walk(document, [&](const markup::Element& element) {
        const char* sheet = markup::is_named(element, "style") ? element.GetText() : nullptr;
        found = found || (sheet != nullptr && turns_the_page(sheet));
        return found ? Step::past : Step::into;
    });
    return found;
}

}  // namespace blogbind::extract
