// A look at the tags of XHTML text: enough to know whether it is well-formed and where its links lead.
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
};

/// Calls `visit` for every start tag, in order. Error unreadable: tags do not nest, an attribute has no quoted value or
/// stands twice, or a "<" or "&" stands for itself.
Status scan_xhtml(std::string_view text, const std::function<void(const Tag&)>& visit);

}  // namespace blogbind::epub
