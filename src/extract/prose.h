// How much connected text stands where: what tells a post from the menus around it.
#pragma once

#include <unordered_map>

#include "markup/body.h"

namespace blogbind::extract {

struct Prose {
    double total = 0;   ///< letters of paragraphs below, links not counted
    double direct = 0;  ///< of these, in paragraphs that have no container between themselves and the element
    int pictures = 0;   ///< below
};

/// What tells the parts of a page that do not belong to its post.
enum class Outside {
    by_name,     ///< what the platforms' tables call ArticleRole::elsewhere
    by_element,  ///< only menus, forms' fields, programs and comments: for pages whose post stands in a "side bar"
};

/// Whether a <noscript> holds for readers without scripts what a template beside it holds for a script.
bool stands_in_for_script(const markup::Element& element);

bool is_elsewhere(const markup::Element& element, Outside outside = Outside::by_name);

/// One pass over a tree. Parts that do not belong to a post count nothing.
class ProseMap {
  public:
    explicit ProseMap(const markup::Element& root, Outside outside = Outside::by_name);
    [[nodiscard]] Prose of(const markup::Element& element) const;
    /// The container with the most paragraphs of its own at or below `scope`, by amount and by name; null if there
    /// is no prose at all.
    [[nodiscard]] const markup::Element* densest(const markup::Element& scope) const;

  private:
    struct Run;
    Run measure(const markup::Element& element);
    Outside outside_;
    std::unordered_map<const markup::Element*, Prose> measured_;
};

}  // namespace blogbind::extract
