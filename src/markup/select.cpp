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

/// Of classes and identifiers, by their hashes: what is not in it is surely not there.
using Names = std::bitset<256>;

void note(Names& names, std::string_view name) {
    if (!name.empty()) names.set(HashName{}(name) % names.size());
}

/// What the elements above a match must be called.
Names names_wanted_above(const ComplexSelector& selector) {
    Names names;
    for (std::size_t i = 0; i + 1 < selector.compounds.size(); ++i) {
        const Combinator combinator = selector.compounds[i + 1].before;
        if (combinator != Combinator::descendant && combinator != Combinator::child) continue;
        for (const Condition& condition : selector.compounds[i].conditions)
            if (condition.kind == ConditionKind::class_name || condition.kind == ConditionKind::id)
                note(names, condition.name);
    }
    return names;
}

Names names_above(const Element& element) {
    Names names;
    for (const Node* node = element.Parent(); node != nullptr; node = node->Parent()) {
        const Element* above = node->ToElement();
        if (above == nullptr) break;
        note(names, attribute(*above, "id"));
        each_word(attribute(*above, "class"), [&](std::string_view name) { note(names, name); });
    }
    return names;
}

struct Entry {
    std::size_t index;  ///< of the selector in the table
    ComplexSelector selector;
    std::size_t key;  ///< which condition of the last compound its elements are looked up by
    Names above;

    [[nodiscard]] bool accepts_key(std::string_view value) const {
        return accepts_value(selector.compounds.back().conditions[key], value);
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
    std::optional<Names> above{};

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
        if (entry.above.none()) return true;
        if (!above) above = names_above(element);
        return (entry.above & ~*above).none();
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
        for (const Entry& entry : found->second) {
            if (entry.index >= index) return;
            if (entry.accepts_key(value)) try_one(entry);
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
        const Names above = names_wanted_above(selector);
        entries->push_back({size, std::move(selector), key, above});
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
    Best best{element, index_->size};
    for (const tinyxml2::XMLAttribute* at = element.FirstAttribute(); at != nullptr; at = at->Next()) {
        const std::string_view name = at->Name(), value = at->Value();
        if (name == "id") best.try_bucket(index_->buckets[by_id], value);
        if (name == "class") best.try_classes(index_->buckets[by_class], value);
        best.try_attribute(index_->buckets[by_attribute], name, value);
    }
    best.try_bucket(index_->buckets[by_type], element.Name());
    best.try_all(index_->others);
    if (best.index == index_->size) return std::nullopt;
    return best.index;
}

}  // namespace blogbind::markup
