#include "markup/selector_syntax.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/text.h"
#include "base/utf8.h"

namespace blogbind::markup {

namespace {

constexpr std::size_t longest_selector = 16U << 10;
constexpr int deepest_nesting = 8;

enum class Argument { none, list, relative_list, position, text };

struct PseudoClass {
    std::string_view name;
    ConditionKind kind;
    Argument argument;
};

constexpr std::array pseudo_classes{
    PseudoClass{"not", ConditionKind::none_of, Argument::list},
    PseudoClass{"is", ConditionKind::any_of, Argument::list},
    PseudoClass{"where", ConditionKind::any_of, Argument::list},
    PseudoClass{"has", ConditionKind::has, Argument::relative_list},
    PseudoClass{"first-child", ConditionKind::first_child, Argument::none},
    PseudoClass{"last-child", ConditionKind::last_child, Argument::none},
    PseudoClass{"only-child", ConditionKind::only_child, Argument::none},
    PseudoClass{"nth-child", ConditionKind::nth_child, Argument::position},
    PseudoClass{"empty", ConditionKind::empty, Argument::none},
    PseudoClass{"root", ConditionKind::root, Argument::none},
    PseudoClass{"contains", ConditionKind::contains, Argument::text},
};

struct AttributeOperator {
    std::string_view sign;
    AttributeTest test;
};

constexpr std::array attribute_operators{
    AttributeOperator{"=", AttributeTest::equals},
    AttributeOperator{"~=", AttributeTest::has_word},
    AttributeOperator{"|=", AttributeTest::begins_with_word},
    AttributeOperator{"^=", AttributeTest::begins},
    AttributeOperator{"$=", AttributeTest::ends},
    AttributeOperator{"*=", AttributeTest::contains},
};

bool is_name_character(char c) {
    return is_ascii_alpha(c) || is_ascii_digit(c) || c == '-' || c == '_' || c == '\\' ||
           static_cast<unsigned char>(c) >= 0x80;
}

std::optional<Combinator> combinator_of(char c) {
    switch (c) {
        case '>': return Combinator::child;
        case '+': return Combinator::next_sibling;
        case '~': return Combinator::later_sibling;
        default: return std::nullopt;
    }
}

std::optional<int> small_number(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_whole = error == std::errc() && end == text.data() + text.size();
    return is_whole && value >= -1'000'000 && value <= 1'000'000 ? std::optional(value) : std::nullopt;
}

/// The factor before "n": a sign alone stands for one.
std::optional<int> step_of(std::string_view text) {
    if (text.empty() || text == "+") return 1;
    if (text == "-") return -1;
    return small_number(text);
}

struct Position {
    int step = 0;
    int offset = 0;
};

/// CSS Syntax #anb-microsyntax, without white space.
std::optional<Position> parse_position(std::string_view text) {
    if (text == "odd") return Position{2, 1};
    if (text == "even") return Position{2, 0};
    const std::size_t n = text.find('n');
    const std::optional<int> step = n == std::string_view::npos ? 0 : step_of(text.substr(0, n));
    const std::string_view rest = n == std::string_view::npos ? text : text.substr(n + 1);
    const std::optional<int> offset = rest.empty() && n != std::string_view::npos ? 0 : small_number(rest);
    if (!step || !offset) return std::nullopt;
    return Position{*step, *offset};
}

/// Reads by recursive descent. Whatever fails notes what was expected, once, and gives nothing.
class SelectorParser {
  public:
    explicit SelectorParser(std::string_view text) : text_(text) {}

    std::optional<SelectorList> whole() {
        if (text_.size() > longest_selector) return expected("less text");
        std::optional<SelectorList> list = selector_list(Combinator::none);
        if (list && at_ < text_.size()) return expected("a selector's end");
        return list;
    }

    [[nodiscard]] std::string problem() const {
        return fmt::format("selector '{}' is wrong at character {}: {} expected", shortened(text_, 80), at_ + 1,
                           expected_);
    }

  private:
    std::nullopt_t expected(std::string_view what) {
        if (expected_.empty()) expected_ = what;
        return std::nullopt;
    }

    [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    bool skip(std::string_view token) {
        if (!text_.substr(at_).starts_with(token)) return false;
        at_ += token.size();
        return true;
    }

    bool skip_space() {
        const std::size_t start = at_;
        while (at_ < text_.size() && is_ascii_space(text_[at_])) ++at_;
        return at_ > start;
    }

    /// `lead` is the combinator that a complex selector begins with where it does not say: none, or :has()'s.
    std::optional<SelectorList> selector_list(Combinator lead) {
        SelectorList list;
        do {
            std::optional<ComplexSelector> selector = complex(lead);
            if (!selector) return std::nullopt;
            list.push_back(std::move(*selector));
        } while (skip(","));
        return list;
    }

    std::optional<ComplexSelector> complex(Combinator lead) {
        ComplexSelector result;
        skip_space();
        std::optional<Combinator> combinator = lead;
        if (lead != Combinator::none) combinator = written_combinator().value_or(lead);
        while (combinator) {
            std::optional<CompoundSelector> next = compound();
            if (!next) return std::nullopt;
            next->before = *combinator;
            result.compounds.push_back(std::move(*next));
            combinator = next_combinator();
        }
        return result;
    }

    std::optional<Combinator> written_combinator() {
        const std::optional<Combinator> combinator = combinator_of(peek());
        if (combinator) ++at_;
        if (combinator) skip_space();
        return combinator;
    }

    /// What leads from one compound to the next; nothing at the selector's end.
    std::optional<Combinator> next_combinator() {
        const bool space = skip_space();
        if (const std::optional<Combinator> combinator = written_combinator()) return combinator;
        const bool ends = at_ == text_.size() || peek() == ',' || peek() == ')';
        return space && !ends ? std::optional(Combinator::descendant) : std::nullopt;
    }

    std::optional<CompoundSelector> compound() {
        CompoundSelector result;
        if (skip("*"))
            result.conditions.push_back({.kind = ConditionKind::any_type, .inner = {}});
        else if (is_name_character(peek()) && !add(named(ConditionKind::type), result))
            return std::nullopt;
        while (const std::optional<char> mark = condition_mark())
            if (!add(condition(*mark), result)) return std::nullopt;
        if (result.conditions.empty()) return expected("a selector");
        return result;
    }

    static bool add(std::optional<Condition> condition, CompoundSelector& to) {
        if (condition) to.conditions.push_back(std::move(*condition));
        return condition.has_value();
    }

    std::optional<char> condition_mark() {
        for (const char mark : {'#', '.', '[', ':'})
            if (skip({&mark, 1})) return mark;
        return std::nullopt;
    }

    std::optional<Condition> condition(char mark) {
        switch (mark) {
            case '#': return named(ConditionKind::id);
            case '.': return named(ConditionKind::class_name);
            case '[': return attribute_condition();
            default: return pseudo_class();
        }
    }

    std::optional<Condition> named(ConditionKind kind) {
        std::optional<std::string> found = name();
        if (!found) return std::nullopt;
        if (kind == ConditionKind::type) found = ascii_lowered(*found);
        return Condition{.kind = kind, .name = std::move(*found), .inner = {}};
    }

    std::optional<std::string> name() {
        const std::size_t digit = at_ + (peek() == '-' ? 1 : 0);
        if (digit < text_.size() && is_ascii_digit(text_[digit])) return expected("a name");
        std::string result;
        while (is_name_character(peek())) {
            if (skip("\\"))
                append_escaped(result);
            else
                result += text_[at_++];
        }
        if (result.empty()) return expected("a name");
        return result;
    }

    /// CSS Syntax #consume-escaped-code-point
    void append_escaped(std::string& out) {
        unsigned value = 0;
        const std::string_view rest = text_.substr(at_, 6);
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value, 16);
        if (error == std::errc()) {
            at_ += static_cast<std::size_t>(end - rest.data());
            append_character(out, value == 0 || value > 0x10FFFF || (value >> 11) == 0x1B ? U'\uFFFD' : value);
            if (is_ascii_space(peek())) ++at_;
        } else if (at_ < text_.size()) {
            append_character(out, next_character(text_, at_));
        }
    }

    std::optional<std::string> name_or_string() {
        const char quote = peek();
        if (quote != '"' && quote != '\'') return name();
        std::string result;
        for (++at_; at_ < text_.size();) {
            if (skip({&quote, 1})) return result;
            if (skip("\\"))
                append_escaped(result);
            else
                result += text_[at_++];
        }
        return expected("a closing quotation mark");
    }

    std::optional<Condition> attribute_condition() {
        skip_space();
        std::optional<Condition> result = named(ConditionKind::attribute);
        if (!result) return std::nullopt;
        result->name = ascii_lowered(result->name);
        skip_space();
        const auto* found = std::find_if(attribute_operators.begin(), attribute_operators.end(),
                                         [&](const AttributeOperator& candidate) { return skip(candidate.sign); });
        if (found != attribute_operators.end()) {
            result->test = found->test;
            skip_space();
            std::optional<std::string> value = name_or_string();
            if (!value) return std::nullopt;
            result->value = std::move(*value);
            skip_space();
            result->ignores_case = skip("i") || skip("I");
            skip_space();
        }
        if (!skip("]")) return expected("]");
        return result;
    }

    std::optional<Condition> pseudo_class() {
        const std::optional<std::string> written = name();
        if (!written) return std::nullopt;
        const auto* found = std::find_if(pseudo_classes.begin(), pseudo_classes.end(), [&](const PseudoClass& known) {
            return known.name == ascii_lowered(*written);
        });
        if (found == pseudo_classes.end()) return expected("a known pseudo-class");
        Condition result{.kind = found->kind, .inner = {}};
        if (found->argument == Argument::none) return result;
        if (!skip("(")) return expected("(");
        if (!read_argument(found->argument, result)) return std::nullopt;
        skip_space();
        if (!skip(")")) return expected(")");
        return result;
    }

    bool read_argument(Argument argument, Condition& condition) {
        switch (argument) {
            case Argument::list: return read_list(Combinator::none, condition);
            case Argument::relative_list: return read_list(Combinator::descendant, condition);
            case Argument::position: return read_position(condition);
            default: return read_text(condition);
        }
    }

    bool read_list(Combinator lead, Condition& condition) {
        if (nesting_ == deepest_nesting) return expected("less nesting"), false;
        ++nesting_;
        std::optional<SelectorList> list = selector_list(lead);
        --nesting_;
        if (list) condition.inner = std::move(*list);
        return list.has_value();
    }

    bool read_position(Condition& condition) {
        std::string text;
        for (; at_ < text_.size() && peek() != ')'; ++at_)
            if (!is_ascii_space(peek())) text += ascii_lower(peek());
        const std::optional<Position> position = parse_position(text);
        if (!position) return expected("a position such as 2n+1"), false;
        condition.step = position->step;
        condition.offset = position->offset;
        return true;
    }

    bool read_text(Condition& condition) {
        skip_space();
        std::optional<std::string> text = name_or_string();
        if (text) condition.value = std::move(*text);
        return text.has_value();
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int nesting_ = 0;
    std::string expected_;
};

}  // namespace

Result<SelectorList> parse_selector_list(std::string_view text) {
    SelectorParser parser(text);
    std::optional<SelectorList> list = parser.whole();
    if (!list) return fail(ErrorKind::usage, parser.problem());
    return std::move(*list);
}

}  // namespace blogbind::markup
