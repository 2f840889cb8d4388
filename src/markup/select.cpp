#include "markup/select.h"

#include <algorithm>
#include <array>
#include <bit>
#include <bitset>
#include <cassert>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/text.h"
#include "markup/selector_match.h"
#include "markup/selector_syntax.h"

namespace blogbind::markup {

// --- one selector ------------------------------------------------------------------------------------------------

struct Selector::List {
    SelectorList selectors;
};

namespace {

template <class AnyElement>
AnyElement* first_match(const Selector& selector, AnyElement& root) {
    for (auto* node = next_in_order(root, root); node != nullptr; node = next_in_order(*node, root))
        if (AnyElement* element = node->ToElement(); element != nullptr && selector.matches(*element)) return element;
    return nullptr;
}

template <class AnyElement>
std::vector<AnyElement*> all_matches(const Selector& selector, AnyElement& root) {
    std::vector<AnyElement*> result;
    each_element(root, [&](AnyElement& element) {
        if (selector.matches(element)) result.push_back(&element);
    });
    return result;
}

}  // namespace

Selector::Selector() : list_(std::make_unique<List>()) {}
Selector::Selector(Selector&&) noexcept = default;
Selector& Selector::operator=(Selector&&) noexcept = default;
Selector::~Selector() = default;

Selector::Selector(std::string_view text) : Selector() {
    Result<SelectorList> parsed = parse_selector_list(text);
    assert(parsed.has_value());
    if (parsed) list_->selectors = std::move(*parsed);
}

Result<Selector> Selector::parse(std::string_view text) {
    Result<SelectorList> parsed = parse_selector_list(text);
    if (!parsed) return fail(parsed.error());
    Selector result;
    result.list_->selectors = std::move(*parsed);
    return result;
}

bool Selector::matches(const Element& element) const { return matches_any(list_->selectors, element); }
const Element* Selector::first(const Element& root) const { return first_match(*this, root); }
Element* Selector::first(Element& root) const { return first_match(*this, root); }
std::vector<const Element*> Selector::all(const Element& root) const { return all_matches(*this, root); }
std::vector<Element*> Selector::all(Element& root) const { return all_matches(*this, root); }

// --- many selectors ----------------------------------------------------------------------------------------------

namespace {

/// Of names in our own tables, of which there are few: their length and both ends tell them apart well enough.
struct HashName {
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const {
        std::uint64_t start = 0, end = 0;
        const std::size_t size = std::min(name.size(), sizeof start);
        std::memcpy(&start, name.data(), size);
        std::memcpy(&end, name.data() + name.size() - size, size);
        const std::uint64_t mixed = (start ^ std::rotl(end, 29) ^ name.size()) * 0x9E3779B97F4A7C15U;
        return static_cast<std::size_t>(mixed ^ mixed >> 32U);
    }
};

/// Of classes and identifiers, by the hashes of the whole words and of each two letters that follow one another: what
/// is not in it is surely not there.
constexpr std::size_t name_bits = 1024;
using Names = std::bitset<name_bits>;
/// The few that a rule wants to be there.
using NameBits = std::vector<std::uint16_t>;

void set(Names& names, std::size_t bit) { names.set(bit); }
void set(NameBits& names, std::size_t bit) { names.push_back(static_cast<std::uint16_t>(bit)); }

template <class AnyNames>
void note_word(AnyNames& names, std::string_view word) {
    if (!word.empty()) set(names, HashName{}(word) % name_bits);
}

/// Of two letters that follow one another, among `count`.
std::size_t pair_number(char first, char second, std::size_t count) {
    return (static_cast<unsigned char>(first) * 37U + static_cast<unsigned char>(second)) % count;
}

template <class AnyNames>
void note_pairs(AnyNames& names, std::string_view text) {
    for (std::size_t i = 1; i < text.size(); ++i) set(names, pair_number(text[i - 1], text[i], name_bits));
}

/// The same of one text, in fewer bits.
std::uint64_t pairs_in(std::string_view text) {
    constexpr std::size_t bits = 64;
    std::uint64_t pairs = 0;
    for (std::size_t i = 1; i < text.size(); ++i) pairs |= std::uint64_t{1} << pair_number(text[i - 1], text[i], bits);
    return pairs;
}

/// The value stands in the attribute letter for letter.
bool is_written_out(const Condition& condition) {
    return condition.kind == ConditionKind::attribute && condition.test != AttributeTest::exists &&
           !condition.ignores_case;
}

void note_wanted(NameBits& names, const Condition& condition) {
    if (condition.kind == ConditionKind::class_name || condition.kind == ConditionKind::id)
        note_word(names, condition.name);
    if (is_written_out(condition) && (condition.name == "class" || condition.name == "id"))
        note_pairs(names, condition.value);
}

/// What the elements above a match must be called.
NameBits names_wanted_above(const ComplexSelector& selector) {
    NameBits names;
    for (std::size_t i = 0; i + 1 < selector.compounds.size(); ++i) {
        const Combinator combinator = selector.compounds[i + 1].before;
        if (combinator != Combinator::descendant && combinator != Combinator::child) continue;
        for (const Condition& condition : selector.compounds[i].conditions) note_wanted(names, condition);
    }
    return names;
}

const Element* element_above(const Element& element) {
    return element.Parent() != nullptr ? element.Parent()->ToElement() : nullptr;
}

void note_names(Names& names, const Element& element) {
    for (const tinyxml2::XMLAttribute* at = element.FirstAttribute(); at != nullptr; at = at->Next()) {
        const std::string_view name = at->Name();
        if (name != "class" && name != "id") continue;
        const std::string_view value = at->Value();
        note_pairs(names, value);
        if (name == "id") note_word(names, value);
        if (name == "class") each_word(value, [&](std::string_view word) { note_word(names, word); });
    }
}

Names names_above(const Element& element) {
    Names names;
    for (const Element* at = element_above(element); at != nullptr; at = element_above(*at)) note_names(names, *at);
    return names;
}

}  // namespace

/// The elements from the root down to the last one's parent.
struct Ancestors::Line {
    struct Generation {
        const Element* element;
        Names names;  ///< its own, and those of all above it
    };
    std::vector<Generation> generations;

    /// The names of all above the element.
    const Names& above(const Element& element) {
        std::vector<const Element*> unknown;
        const Element* at = element_above(element);
        for (; at != nullptr && !ends_with(*at); at = element_above(*at)) unknown.push_back(at);
        if (at == nullptr) generations.clear();
        for (; !unknown.empty(); unknown.pop_back()) {
            generations.push_back({unknown.back(), generations.empty() ? Names() : generations.back().names});
            note_names(generations.back().names, *unknown.back());
        }
        static const Names none;
        return generations.empty() ? none : generations.back().names;
    }

  private:
    /// If the element is among them, those below it go.
    bool ends_with(const Element& element) {
        std::size_t count = generations.size();
        while (count > 0 && generations[count - 1].element != &element) --count;
        if (count == 0) return false;
        generations.erase(generations.begin() + static_cast<std::ptrdiff_t>(count), generations.end());
        return true;
    }
};

Ancestors::Ancestors() : line_(std::make_unique<Line>()) {}
Ancestors::~Ancestors() = default;

namespace {

struct Entry {
    std::size_t index;  ///< of the selector in the table
    ComplexSelector selector;
    std::size_t key;  ///< which condition of the last compound its elements are looked up by
    NameBits above;
    std::uint64_t pairs;  ///< in the value that its key's attribute must have

    [[nodiscard]] bool accepts_key(std::string_view value, std::uint64_t pairs_there) const {
        return (pairs & ~pairs_there) == 0 && accepts_value(selector.compounds.back().conditions[key], value);
    }
};
using Entries = std::vector<Entry>;
using Bucket = std::unordered_map<std::string, Entries, HashName, std::equal_to<>>;

// What an element is looked up by: the rarer of a compound's conditions first.
constexpr std::array bucket_kinds{ConditionKind::id, ConditionKind::class_name, ConditionKind::attribute,
                                  ConditionKind::type};
enum BucketNumber : std::size_t { by_id, by_class, by_attribute, by_type };

/// The lowest index so far, and what could lower it.
struct Best {
    const Element& element;
    std::size_t index;
    Ancestors::Line* ancestors;        ///< null if each element is asked about for itself
    std::optional<Names> own_above{};  ///< likewise; nothing until they are needed

    void try_all(const Entries& entries) {
        for (const Entry& entry : entries) {
            if (entry.index >= index) return;
            try_one(entry);
        }
    }

    void try_one(const Entry& entry) {
        if (may_match(entry) && matches(entry.selector, element)) index = entry.index;
    }

    /// Many rules ask for an ancestor that is not there: one look at them all is less work than a climb for each.
    bool may_match(const Entry& entry) {
        if (entry.above.empty()) return true;
        const Names& there = above();
        return std::ranges::all_of(entry.above, [&there](std::size_t bit) { return there.test(bit); });
    }

    const Names& above() {
        if (ancestors != nullptr) return ancestors->above(element);
        if (!own_above) own_above = names_above(element);
        return *own_above;
    }

    void try_bucket(const Bucket& bucket, std::string_view key) {
        if (bucket.empty() || key.empty()) return;
        if (const auto found = bucket.find(key); found != bucket.end()) try_all(found->second);
    }

    void try_classes(const Bucket& bucket, std::string_view classes) {
        if (bucket.empty()) return;
        each_word(classes, [&](std::string_view name) { try_bucket(bucket, name); });
    }

    /// Dozens of rules look into the same attribute, so its value is at hand before they are asked for the rest.
    void try_attribute(const Bucket& bucket, std::string_view name, std::string_view value) {
        const auto found = bucket.find(name);
        if (found == bucket.end()) return;
        const std::uint64_t pairs = pairs_in(value);
        for (const Entry& entry : found->second) {
            if (entry.index >= index) return;
            if (entry.accepts_key(value, pairs)) try_one(entry);
        }
    }
};

}  // namespace

struct SelectorTable::Index {
    std::array<Bucket, bucket_kinds.size()> buckets;
    Entries others;  ///< those whose last compound names nothing that an element could be looked up by
    std::size_t size = 0;

    void add(ComplexSelector selector) {
        const auto [entries, key] = place_of(selector.compounds.back());
        NameBits above = names_wanted_above(selector);
        const std::vector<Condition>& conditions = selector.compounds.back().conditions;
        const bool has_pairs = key < conditions.size() && is_written_out(conditions[key]);
        const std::uint64_t pairs = has_pairs ? pairs_in(conditions[key].value) : 0;
        entries->push_back({size, std::move(selector), key, std::move(above), pairs});
    }

    [[nodiscard]] std::optional<std::size_t> match(Best best) const {
        for (const tinyxml2::XMLAttribute* at = best.element.FirstAttribute(); at != nullptr; at = at->Next()) {
            const std::string_view name = at->Name(), value = at->Value();
            if (name == "id") best.try_bucket(buckets[by_id], value);
            if (name == "class") best.try_classes(buckets[by_class], value);
            best.try_attribute(buckets[by_attribute], name, value);
        }
        best.try_bucket(buckets[by_type], best.element.Name());
        best.try_all(others);
        if (best.index == size) return std::nullopt;
        return best.index;
    }

    std::pair<Entries*, std::size_t> place_of(const CompoundSelector& compound) {
        const std::vector<Condition>& conditions = compound.conditions;
        for (std::size_t number = 0; number < bucket_kinds.size(); ++number)
            for (std::size_t key = 0; key < conditions.size(); ++key)
                if (conditions[key].kind == bucket_kinds[number]) return {&buckets[number][conditions[key].name], key};
        return {&others, 0};
    }
};

SelectorTable::SelectorTable(const std::vector<std::string_view>& selectors) : index_(std::make_unique<Index>()) {
    for (const std::string_view text : selectors) {
        Result<SelectorList> parsed = parse_selector_list(text);
        assert(parsed.has_value());
        if (parsed)
            for (ComplexSelector& selector : *parsed) index_->add(std::move(selector));
        ++index_->size;
    }
}

SelectorTable::SelectorTable(SelectorTable&&) noexcept = default;
SelectorTable::~SelectorTable() = default;

std::optional<std::size_t> SelectorTable::match(const Element& element) const {
    return index_->match({element, index_->size, nullptr});
}

std::optional<std::size_t> SelectorTable::match(const Element& element, Ancestors& ancestors) const {
    return index_->match({element, index_->size, ancestors.line_.get()});
}

}  // namespace blogbind::markup
