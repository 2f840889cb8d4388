// What a CSS selector says, read into values. Selectors Level 4, https://www.w3.org/TR/selectors-4/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace blogbind::markup {

struct ComplexSelector;
using SelectorList = std::vector<ComplexSelector>;

enum class ConditionKind {
    any_type,
    type,
    id,
    class_name,
    attribute,
    none_of,  ///< :not()
    any_of,   ///< :is(), :where()
    has,
    first_child,
    last_child,
    only_child,
    nth_child,
    empty,
    root,
    contains,
};

enum class AttributeTest { exists, equals, has_word, begins_with_word, begins, ends, contains };

/// One thing that is asked of an element: a simple selector.
struct Condition {
    ConditionKind kind = ConditionKind::any_type;
    std::string name{};   ///< the type's, identifier's, class's or attribute's
    std::string value{};  ///< the attribute's, or the text of :contains()
    AttributeTest test = AttributeTest::exists;
    bool ignores_case = false;
    int step = 0;  ///< :nth-child(<step>n + <offset>)
    int offset = 0;
    SelectorList inner;
};

enum class Combinator { none, descendant, child, next_sibling, later_sibling };

struct CompoundSelector {
    Combinator before = Combinator::none;  ///< how it relates to the compound on its left
    std::vector<Condition> conditions{};
};

/// Compounds from left to right. In :has() the first one's combinator relates it to the element that has it.
struct ComplexSelector {
    std::vector<CompoundSelector> compounds{};
};

/// Error usage: not a selector; the message says what was expected and where.
Result<SelectorList> parse_selector_list(std::string_view text);

}  // namespace blogbind::markup
