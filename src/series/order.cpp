#include "series/order.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "base/utf8.h"
#include "series/part_numbers.h"
#include "series/part_tokens.h"

namespace blogbind::series {
namespace {

bool is_capital(std::string_view label) { return label.size() == 1 && label[0] >= 'A' && label[0] <= 'Z'; }
bool is_roman_letter(std::string_view label) { return label == "I" || label == "V" || label == "X"; }

/// In a series A, B, C … the parts I, V and X are letters, not Roman numbers.
template <class Item>
void settle(std::vector<Item>& items) {
    const auto any_label = [&items](auto test) {
        return std::ranges::any_of(items, [&](const Item& item) { return item.part && test(item.part->label); });
    };
    const bool lettered = any_label([](auto& label) { return is_capital(label) && !is_roman_letter(label); });
    const bool roman = any_label([](auto& label) { return label == "II" || label == "III" || label == "IV"; });
    if (!lettered || roman) return;
    for (Item& item : items)
        if (item.part && is_roman_letter(item.part->label)) item.part->key = {place_in_alphabet(item.part->label[0])};
}

/// What tells where a post stands among others.
struct Standing {
    std::string_view title;
    std::optional<DateTime> published;
    std::optional<PartNumber> part;
    std::size_t place;  // as given
};

/// Every post has a part of one series, each part once.
bool parts_agree(const std::vector<Standing>& posts) {
    std::set<std::vector<double>> keys;
    std::string stem;
    for (const Standing& post : posts) {
        if (!post.part || !keys.insert(post.part->key).second) return false;
        const std::string own = read_title(post.title).stem;
        if (!own.empty() && !stem.empty() && !same_stem(stem, own)) return false;
        if (stem.empty()) stem = own;
    }
    return true;
}

bool most_have_dates(const std::vector<Standing>& posts) {
    const auto dated = std::ranges::count_if(posts, [](const Standing& post) { return post.published.has_value(); });
    return 2 * static_cast<std::size_t>(dated) > posts.size();
}

void sort_by_part(std::vector<Standing>& posts) {
    std::ranges::stable_sort(posts, [](const Standing& a, const Standing& b) {
        if (!a.part || !b.part) return a.part.has_value() && !b.part.has_value();
        return a.part->key < b.part->key;
    });
}

/// A post without a date stays behind the one that it was listed after.
void sort_by_date(std::vector<Standing>& posts) {
    std::vector<std::pair<std::chrono::sys_seconds, std::size_t>> keys;
    std::chrono::sys_seconds latest = std::chrono::sys_seconds::min();
    for (std::size_t i = 0; i < posts.size(); ++i) {
        if (posts[i].published) latest = posts[i].published->utc();
        keys.emplace_back(latest, i);
    }
    std::ranges::sort(keys);
    std::vector<Standing> sorted;
    sorted.reserve(posts.size());
    for (const auto& [time, i] : keys) sorted.push_back(std::move(posts[i]));
    posts = std::move(sorted);
}

void sort_by_title(std::vector<Standing>& posts) {
    std::ranges::stable_sort(posts, [](const Standing& a, const Standing& b) {
        return is_before_by_name(case_folded(a.title), case_folded(b.title));
    });
}

void sort_automatically(std::vector<Standing>& posts) {
    if (parts_agree(posts)) return sort_by_part(posts);
    if (most_have_dates(posts)) return sort_by_date(posts);
}

template <class Item>
std::vector<std::size_t> sorted_places(const std::vector<Item>& items, Order order) {
    std::vector<Standing> posts;
    posts.reserve(items.size());
    for (const Item& item : items) posts.push_back({item.title, item.published, item.part, posts.size()});
    settle(posts);
    if (order == Order::automatic) sort_automatically(posts);
    if (order == Order::date) sort_by_date(posts);
    if (order == Order::title) sort_by_title(posts);
    if (order == Order::part) sort_by_part(posts);
    std::vector<std::size_t> places;
    places.reserve(posts.size());
    for (const Standing& post : posts) places.push_back(post.place);
    return places;
}

std::size_t digits_end(std::string_view text, std::size_t at) {
    while (at < text.size() && is_ascii_digit(text[at])) ++at;
    return at;
}

std::string_view number_text(std::string_view text, std::size_t begin, std::size_t end) {
    while (begin + 1 < end && text[begin] == '0') ++begin;
    return text.substr(begin, end - begin);
}

}  // namespace

void sort_entries(std::vector<Entry>& entries, Order order) {
    if (order == Order::given) return;
    settle_letters(entries);
    entries = rearranged(std::move(entries), sorted_places(entries, order));
}

std::vector<std::size_t> reading_order(const std::vector<Post>& posts, Order order) {
    return sorted_places(posts, order);
}

void settle_letters(std::vector<Entry>& entries) { settle(entries); }

bool is_before_by_name(std::string_view a, std::string_view b) {
    std::size_t i = 0, k = 0;
    while (i < a.size() && k < b.size()) {
        if (is_ascii_digit(a[i]) && is_ascii_digit(b[k])) {
            const std::size_t i_end = digits_end(a, i), k_end = digits_end(b, k);
            const std::string_view x = number_text(a, i, i_end), y = number_text(b, k, k_end);
            if (x.size() != y.size()) return x.size() < y.size();
            if (x != y) return x < y;
            i = i_end;
            k = k_end;
            continue;
        }
        if (a[i] != b[k]) return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[k]);
        ++i;
        ++k;
    }
    return a.size() - i < b.size() - k;
}

}  // namespace blogbind::series
