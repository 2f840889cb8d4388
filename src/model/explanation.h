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

/// A rule of the user's for pages of a host, and whether it found anything in them.
struct AppliedRule {
    std::string host;      ///< as the user's file spells it
    std::string name;      ///< "body", "comments"
    std::string selector;  ///< the one that matched, else all of them
    bool matched = false;
    /// `title = “h1.headline”`
    [[nodiscard]] std::string text() const { return name + " = “" + selector + "”"; }
};
/// Every post has one body, a title and so on; furniture, comments and a next post it may have.
inline bool is_for_each_post(const AppliedRule& rule) {
    return rule.name != "remove" && rule.name != "comments" && rule.name != "next";
}

struct Explanation {
    std::string
        evidence;  ///< what chose the body: "selector .entry-content in article#post-12"; empty for feeds, exports
    std::vector<LeftOut> left_out;     ///< in the order in which it went; the first few hundred
    std::vector<AppliedRule> rules{};  ///< of the user's; empty for posts that came without a page
};

}  // namespace blogbind
