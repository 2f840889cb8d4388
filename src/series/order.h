// Reading order.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "model/entry.h"
#include "model/post.h"

namespace blogbind::series {

enum class Order { automatic, given, date, title, part };

/// Stable. `automatic`: part numbers where every entry has one and they agree, else date, else as given.
void sort_entries(std::vector<Entry>& entries, Order order);
/// The same of posts that have been read: their present places, the first in reading order first.
std::vector<std::size_t> reading_order(const std::vector<Post>& posts, Order order);
/// `items` in the order of `places`, each of which is named once.
template <class Item>
std::vector<Item> rearranged(std::vector<Item> items, const std::vector<std::size_t>& places) {
    std::vector<Item> sorted;
    sorted.reserve(items.size());
    for (const std::size_t place : places) sorted.push_back(std::move(items[place]));
    return sorted;
}
/// In a series A, B, C … the parts I, V and X are letters, not Roman numbers.
void settle_letters(std::vector<Entry>& entries);
/// Names as people sort them: "part-2" before "part-10".
bool is_before_by_name(std::string_view a, std::string_view b);

}  // namespace blogbind::series
