// A look at the tags of XHTML text: enough to know whether it is well-formed, where its links lead, and which words
// stand in which elements.
#pragma once

#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace blogbind::epub {

struct Tag {
    std::string_view name;
    std::vector<std::pair<std::string_view, std::string_view>> attributes;  ///< values as they are written
    std::string_view source;                                                ///< the whole tag, in the text
};

/// What is found in a text, in its order.
struct XhtmlEvents {
    std::function<void(const Tag&)> start;
    std::function<void()> end;                   ///< of the innermost element that is open
    std::function<void(std::string_view)> text;  ///< between tags, as it is written
};

/// Calls `visit` for every start tag, in order. Error unreadable: tags do not nest, an attribute has no quoted value or
/// stands twice, or a "<" or "&" stands for itself.
Status scan_xhtml(std::string_view text, const std::function<void(const Tag&)>& visit);
/// Calls all three; an element that closes itself has an end too.
Status scan_xhtml(std::string_view text, const XhtmlEvents& events);

}  // namespace blogbind::epub
