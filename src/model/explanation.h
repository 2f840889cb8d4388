// Why a post is what it is, for people who want to see it and set it right.
#pragma once

#include <string>
#include <vector>

namespace blogbind {

/// A part of the page's text that was taken for furniture.
struct LeftOut {
    std::string reason;  ///< "name", "related posts"
    std::string text;    ///< how it begins
};

struct Explanation {
    std::string evidence;  ///< what chose the body: "selector .entry-content in article#post-12"; empty for feeds, exports
    std::vector<LeftOut> left_out;  ///< in the order in which it went; the first few hundred
};

}  // namespace blogbind
