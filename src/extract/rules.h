// Rows of selectors with a meaning, asked all at once.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "markup/select.h"

namespace blogbind::extract {

/// What an element that matches the selector is.
template <class Role>
struct Rule {
    std::string_view selector;
    Role role;
};

/// Rules in order of trust: where several match one element, the first one counts.
template <class Role>
class RuleTable {
  public:
    struct Match {
        Role role;
        std::size_t rank;  ///< place of the rule in the table; lower is surer
    };

    explicit RuleTable(std::vector<Rule<Role>> rules) : rules_(std::move(rules)), table_(selectors(rules_)) {}

    [[nodiscard]] std::optional<Match> match(const markup::Element& element) const {
        return found(table_.match(element));
    }
    /// For walks through a whole tree.
    [[nodiscard]] std::optional<Match> match(const markup::Element& element, markup::Ancestors& ancestors) const {
        return found(table_.match(element, ancestors));
    }
    [[nodiscard]] bool matches(const markup::Element& element, Role role) const {
        const std::optional<Match> match = this->match(element);
        return match && match->role == role;
    }
    [[nodiscard]] bool matches(const markup::Element& element, Role role, markup::Ancestors& ancestors) const {
        const std::optional<Match> match = this->match(element, ancestors);
        return match && match->role == role;
    }
    [[nodiscard]] std::string_view selector(std::size_t rank) const { return rules_[rank].selector; }

  private:
    [[nodiscard]] std::optional<Match> found(std::optional<std::size_t> rank) const {
        return rank ? std::optional(Match{rules_[*rank].role, *rank}) : std::nullopt;
    }

    static std::vector<std::string_view> selectors(const std::vector<Rule<Role>>& rules) {
        std::vector<std::string_view> texts;
        texts.reserve(rules.size());
        for (const Rule<Role>& rule : rules) texts.push_back(rule.selector);
        return texts;
    }

    std::vector<Rule<Role>> rules_;
    markup::SelectorTable table_;
};

}  // namespace blogbind::extract
