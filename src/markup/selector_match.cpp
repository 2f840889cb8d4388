#include "markup/selector_match.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace blogbind::markup {

namespace {

const Element* parent_of(const Element& element) {
    return element.Parent() != nullptr ? element.Parent()->ToElement() : nullptr;
}

// --- a selector's compounds, from right to left --------------------------------------------------------------------

/// How far a failure reaches. Where no ancestor or sibling further away could do better, the search ends at once, so
/// that the work grows with the tree's depth and not with a power of it.
enum class Outcome { matched, failed_here, failed_for_siblings, failed_everywhere };

bool satisfies(const CompoundSelector& compound, const Element& element);

/// The search for one selector's compounds. `scope` is the element that asks :has(), or null.
struct Search {
    const ComplexSelector& selector;
    const Element* scope = nullptr;

    [[nodiscard]] Outcome at(std::size_t index, const Element& element) const {
        const CompoundSelector& compound = selector.compounds[index];
        if (!satisfies(compound, element)) return Outcome::failed_here;
        if (index == 0) return is_anchored(compound.before, element) ? Outcome::matched : Outcome::failed_here;
        switch (compound.before) {
            case Combinator::child: return at_parent(index - 1, element);
            case Combinator::next_sibling: return at_previous(index - 1, element);
            case Combinator::later_sibling: return at_earlier_siblings(index - 1, element);
            default: return at_ancestors(index - 1, element);
        }
    }

    [[nodiscard]] Outcome at_parent(std::size_t index, const Element& element) const {
        const Element* parent = parent_of(element);
        return parent != nullptr && parent != scope ? at(index, *parent) : Outcome::failed_everywhere;
    }

    [[nodiscard]] Outcome at_ancestors(std::size_t index, const Element& element) const {
        for (const Element* at_one = parent_of(element); at_one != nullptr && at_one != scope;
             at_one = parent_of(*at_one)) {
            const Outcome outcome = at(index, *at_one);
            if (outcome == Outcome::matched || outcome == Outcome::failed_everywhere) return outcome;
        }
        return Outcome::failed_everywhere;
    }

    [[nodiscard]] Outcome at_previous(std::size_t index, const Element& element) const {
        const Element* previous = element.PreviousSiblingElement();
        return previous != nullptr ? at(index, *previous) : Outcome::failed_here;
    }

    [[nodiscard]] Outcome at_earlier_siblings(std::size_t index, const Element& element) const {
        for (const Element* at_one = element.PreviousSiblingElement(); at_one != nullptr;
             at_one = at_one->PreviousSiblingElement()) {
            const Outcome outcome = at(index, *at_one);
            if (outcome != Outcome::failed_here) return outcome;
        }
        return Outcome::failed_for_siblings;
    }

    /// Whether the leftmost compound's element stands where :has() wants it, seen from `scope`.
    [[nodiscard]] bool is_anchored(Combinator lead, const Element& element) const {
        switch (lead) {
            case Combinator::child: return parent_of(element) == scope;
            case Combinator::next_sibling: return element.PreviousSiblingElement() == scope;
            case Combinator::later_sibling: return follows_scope(element);
            default: return true;
        }
    }

    [[nodiscard]] bool follows_scope(const Element& element) const {
        const Element* before = element.PreviousSiblingElement();
        while (before != nullptr && before != scope) before = before->PreviousSiblingElement();
        return before != nullptr;
    }

    [[nodiscard]] bool succeeds_at(const Element& element) const {
        return at(selector.compounds.size() - 1, element) == Outcome::matched;
    }

    [[nodiscard]] bool succeeds_below(const Element& root) const {
        for (const Node* node = next_in_order(root, root); node != nullptr; node = next_in_order(*node, root))
            if (const Element* element = node->ToElement(); element != nullptr && succeeds_at(*element)) return true;
        return false;
    }
};

// --- conditions ----------------------------------------------------------------------------------------------------

bool is_any_type(const Condition&, const Element&) { return true; }
bool is_of_type(const Condition& condition, const Element& element) { return condition.name == element.Name(); }
bool is_identified(const Condition& condition, const Element& element) {
    return condition.name == attribute(element, "id");
}
bool is_of_class(const Condition& condition, const Element& element) { return has_class(element, condition.name); }

/// What a data: address holds spells words by chance.
std::string_view spoken(std::string_view value) {
    return value.starts_with("data:") ? value.substr(0, value.find(',')) : value;
}

bool passes_test(AttributeTest test, std::string_view value, std::string_view wanted) {
    switch (test) {
        case AttributeTest::exists: return true;
        case AttributeTest::equals: return value == wanted;
        case AttributeTest::begins_with_word:
            return value.starts_with(wanted) && (value.size() == wanted.size() || value[wanted.size()] == '-');
        case AttributeTest::has_word: return !wanted.empty() && has_word(value, wanted);
        case AttributeTest::begins: return !wanted.empty() && value.starts_with(wanted);
        case AttributeTest::ends: return !wanted.empty() && value.ends_with(wanted);
        case AttributeTest::contains: return !wanted.empty() && value.find(wanted) != std::string_view::npos;
    }
    return false;
}

bool has_attribute(const Condition& condition, const Element& element) {
    const char* written = value_of(element, condition.name.c_str());
    return written != nullptr && accepts_value(condition, written);
}

bool is_none_of(const Condition& condition, const Element& element) { return !matches_any(condition.inner, element); }
bool is_any_of(const Condition& condition, const Element& element) { return matches_any(condition.inner, element); }

bool has_related(const Condition& condition, const Element& element) {
    return std::any_of(condition.inner.begin(), condition.inner.end(), [&](const ComplexSelector& selector) {
        const Search search{selector, &element};
        const Combinator lead = selector.compounds.front().before;
        if (lead == Combinator::child || lead == Combinator::descendant) return search.succeeds_below(element);
        for (const Element* next = element.NextSiblingElement(); next != nullptr; next = next->NextSiblingElement())
            if (search.succeeds_at(*next) || search.succeeds_below(*next)) return true;
        return false;
    });
}

bool is_first(const Condition&, const Element& element) { return element.PreviousSiblingElement() == nullptr; }
bool is_last(const Condition&, const Element& element) { return element.NextSiblingElement() == nullptr; }
bool is_only(const Condition& condition, const Element& element) {
    return is_first(condition, element) && is_last(condition, element);
}

bool is_nth(const Condition& condition, const Element& element) {
    int position = 1;
    for (const Element* before = element.PreviousSiblingElement(); before != nullptr;
         before = before->PreviousSiblingElement())
        ++position;
    const int distance = position - condition.offset;
    if (condition.step == 0) return distance == 0;
    return distance % condition.step == 0 && distance / condition.step >= 0;
}

bool is_childless(const Condition&, const Element& element) { return element.NoChildren(); }
bool is_root(const Condition&, const Element& element) { return parent_of(element) == nullptr; }
bool contains_text(const Condition& condition, const Element& element) {
    return text_content(element).find(condition.value) != std::string::npos;
}

using ConditionTest = bool (*)(const Condition&, const Element&);

// In the order of ConditionKind.
constexpr std::array<ConditionTest, 15> condition_tests{
    is_any_type, is_of_type, is_identified, is_of_class, has_attribute, is_none_of, is_any_of,     has_related,
    is_first,    is_last,    is_only,       is_nth,      is_childless,  is_root,    contains_text,
};
static_assert(static_cast<std::size_t>(ConditionKind::contains) + 1 == condition_tests.size());

bool satisfies(const CompoundSelector& compound, const Element& element) {
    return std::all_of(compound.conditions.begin(), compound.conditions.end(), [&](const Condition& condition) {
        return condition_tests[static_cast<std::size_t>(condition.kind)](condition, element);
    });
}

}  // namespace

bool accepts_value(const Condition& condition, std::string_view value) {
    value = spoken(value);
    if (!condition.ignores_case) return passes_test(condition.test, value, condition.value);
    return passes_test(condition.test, ascii_lowered(value), ascii_lowered(condition.value));
}

bool matches(const ComplexSelector& selector, const Element& element) {
    return Search{.selector = selector}.succeeds_at(element);
}

bool matches_any(const SelectorList& list, const Element& element) {
    return std::any_of(list.begin(), list.end(),
                       [&](const ComplexSelector& selector) { return matches(selector, element); });
}

}  // namespace blogbind::markup
