// WordPress's shortcodes: "[gallery ids="1,2"]", "[caption width="300"]…[/caption]".
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace blogbind {

struct Shortcode {
    std::string name;
    std::vector<std::pair<std::string, std::string>> attributes;  ///< names in lower case; empty for a bare value
    std::string inside;                                           ///< between it and its closing tag
    bool is_closed = false;                                       ///< there is such a tag

    /// Its value; empty if there is none.
    [[nodiscard]] std::string_view attribute(std::string_view wanted) const;
    /// The value that stands without a name: "[youtube https://…]"; empty if none does.
    [[nodiscard]] std::string_view bare_value() const;
};

struct ShortcodeRules {
    std::function<bool(std::string_view name)> knows;  ///< others stay as they are written
    std::function<std::string(const Shortcode&)> render;
};

/// The text with its shortcodes rendered, those inside others first. "[[name]]" is the text "[name]". A paragraph that
/// held nothing else goes. Tags of HTML and what is preformatted are left alone.
std::string with_shortcodes(std::string_view html, const ShortcodeRules& rules);

}  // namespace blogbind
