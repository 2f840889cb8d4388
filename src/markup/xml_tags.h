// The tags of XML from anywhere, read strictly and in one pass. Nothing outside the text is ever opened, and entities
// that unfold without end are refused.
#pragma once

#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace blogbind::markup {

/// Names are without their prefixes. Valid during the visit only.
struct XmlTag {
    std::string_view name;
    std::vector<std::pair<std::string_view, std::string_view>> attributes;

    /// Its value; empty if the tag has none.
    [[nodiscard]] std::string_view attribute(std::string_view wanted) const;
};

/// Calls `visit` for every start tag, in order. Error unreadable, with the line: the text is not well-formed.
Status visit_tags(std::string_view xml, const std::function<void(const XmlTag&)>& visit);

/// Calls `visit` at the end of every element, with its name and the text that stands directly in it, white space
/// trimmed. Error unreadable as above; what came before the fault has been visited.
Status visit_elements(std::string_view xml,
                      const std::function<void(std::string_view name, std::string_view text)>& visit);

}  // namespace blogbind::markup
