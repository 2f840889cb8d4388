// CLDR's categories, at the numbers where each rule turns.
#include "base/plural_rules.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <ostream>
#include <set>
#include <string_view>
#include <vector>

#include "base/phrase_table.h"

using namespace blogbind;
using enum PluralCategory;

TEST_CASE("plural rules: each number has the category that CLDR gives it") {
    struct Case {
        std::string_view language;
        const PluralRule& rule;
        PluralCategory category;
        std::vector<std::size_t> numbers;
    };
    const Case cases[] = {
        {"English", plural_rules::one_other, one, {1}},
        {"English", plural_rules::one_other, other, {0, 2, 11, 21, 101}},
        {"French", plural_rules::one_below_two, one, {0, 1}},
        {"French", plural_rules::one_below_two, other, {2, 11, 21}},
        {"Polish", plural_rules::polish, one, {1}},
        {"Polish", plural_rules::polish, few, {2, 3, 4, 22, 34, 102}},
        {"Polish", plural_rules::polish, many, {0, 5, 11, 12, 14, 21, 25, 101, 112}},
        {"Russian", plural_rules::russian, one, {1, 21, 101, 121}},
        {"Russian", plural_rules::russian, few, {2, 4, 22, 104}},
        {"Russian", plural_rules::russian, many, {0, 5, 11, 12, 14, 20, 111, 114}},
        {"Hebrew", plural_rules::hebrew, one, {1}},
        {"Hebrew", plural_rules::hebrew, two, {2}},
        {"Hebrew", plural_rules::hebrew, other, {0, 3, 12, 20, 22}},
        {"Arabic", plural_rules::arabic, zero, {0}},
        {"Arabic", plural_rules::arabic, one, {1}},
        {"Arabic", plural_rules::arabic, two, {2}},
        {"Arabic", plural_rules::arabic, few, {3, 10, 103, 110}},
        {"Arabic", plural_rules::arabic, many, {11, 26, 99, 111, 199}},
        {"Arabic", plural_rules::arabic, other, {100, 101, 102, 200}},
        {"Japanese", plural_rules::other_only, other, {0, 1, 2, 5}},
    };
    for (const Case& c : cases) {
        CAPTURE(c.language);
        for (const std::size_t n : c.numbers) {
            CAPTURE(n);
            CHECK((c.rule.category(n) == c.category));
        }
    }
}

TEST_CASE("plural rules: every category that a language names comes up, and no other") {
    for (const PhraseTable* table : all_phrase_tables()) {
        CAPTURE(table->tags);
        std::set<PluralCategory> seen;
        for (std::size_t n = 0; n < 300; ++n) seen.insert(table->plurals.category(n));
        CHECK(std::ranges::equal(seen, table->plurals.categories));
    }
}
