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
        const std::optional<std::size_t> rank = table_.match(element);
        if (!rank) return std::nullopt;
        return Match{rules_[*rank].role, *rank};
    }
    [[nodiscard]] bool matches(const markup::Element& element, Role role) const {
        const std::optional<Match> found = match(element);
        return found && found->role == role;
    }
    [[nodiscard]] std::string_view selector(std::size_t rank) const { return rules_[rank].selector; }

  private:
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
