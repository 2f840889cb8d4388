// Which form of a phrase belongs to a number, language by language. CLDR, #Language_Plural_Rules, for whole numbers.
#pragma once

#include <array>
#include <cstddef>
#include <span>

namespace blogbind {

enum class PluralCategory { zero, one, two, few, many, other };

struct PluralRule {
    std::span<const PluralCategory> categories;  ///< those that the language tells apart, in the order of its forms
    PluralCategory (*category)(std::size_t n);
};

/// The rules by the languages that follow them. Whole millions, which some tell apart too, do not come up in a book.
namespace plural_rules {

using enum PluralCategory;

constexpr bool is_between(std::size_t n, std::size_t first, std::size_t last) { return first <= n && n <= last; }
/// 2, 3, 4, 22, 23 … but not 12, 13, 14.
constexpr bool ends_like_two(std::size_t n) { return is_between(n % 10, 2, 4) && !is_between(n % 100, 12, 14); }

constexpr PluralCategory same_for_all(std::size_t /*n*/) { return other; }
constexpr PluralCategory singular_for_one(std::size_t n) { return n == 1 ? one : other; }
constexpr PluralCategory singular_below_two(std::size_t n) { return n < 2 ? one : other; }
constexpr PluralCategory dual(std::size_t n) { return n == 1 ? one : n == 2 ? two : other; }
constexpr PluralCategory west_slavic(std::size_t n) { return n == 1 ? one : ends_like_two(n) ? few : many; }
constexpr PluralCategory east_slavic(std::size_t n) {
    return n % 10 == 1 && n % 100 != 11 ? one : ends_like_two(n) ? few : many;
}
constexpr PluralCategory six_forms(std::size_t n) {
    if (n < 3) return std::array{zero, one, two}[n];
    return is_between(n % 100, 3, 10) ? few : is_between(n % 100, 11, 99) ? many : other;
}

inline constexpr std::array just_other{other};
inline constexpr std::array one_and_other{one, other};
inline constexpr std::array one_two_other{one, two, other};
inline constexpr std::array one_few_many{one, few, many};
inline constexpr std::array all{zero, one, two, few, many, other};

inline constexpr PluralRule other_only{just_other, same_for_all};
inline constexpr PluralRule one_other{one_and_other, singular_for_one};
inline constexpr PluralRule one_below_two{one_and_other, singular_below_two};
inline constexpr PluralRule hebrew{one_two_other, dual};
inline constexpr PluralRule polish{one_few_many, west_slavic};
inline constexpr PluralRule russian{one_few_many, east_slavic};
inline constexpr PluralRule arabic{all, six_forms};

}  // namespace plural_rules
}  // namespace blogbind
