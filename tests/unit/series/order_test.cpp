#include "series/order.h"

#include <doctest/doctest.h>

#include "series/part_tokens.h"

using namespace blogbind;
using series::Order;

namespace {

Entry entry(std::string title, std::string_view date = {}) {
    Entry made;
    made.title = std::move(title);
    made.part = series::read_title(made.title).part;
    if (!date.empty()) made.published = parse_date(date);
    return made;
}

std::string titles(const std::vector<Entry>& entries) {
    std::string all;
    for (const Entry& e : entries) all += (all.empty() ? "" : " | ") + e.title;
    return all;
}

std::string sorted(std::vector<Entry> entries, Order order) {
    series::sort_entries(entries, order);
    return titles(entries);
}

template <class... Entries>
std::vector<Entry> list(Entries... entries) {
    std::vector<Entry> all;
    (all.push_back(std::move(entries)), ...);
    return all;
}

}  // namespace

TEST_CASE("automatic order: parts of one series by number, whatever their dates say") {
    CHECK(sorted(list(entry("Reef – Part C", "2019-01-01"), entry("Reef – Part A", "2019-03-01"),
                      entry("Reef – Part B", "2019-02-01")),
                 Order::automatic) == "Reef – Part A | Reef – Part B | Reef – Part C");
}

TEST_CASE("automatic order: several series by date") {
    CHECK(sorted(list(entry("Reef – Part B", "2019-04-01"), entry("Moor – Part A", "2019-02-01"),
                      entry("Reef – Part A", "2019-01-01")),
                 Order::automatic) == "Reef – Part A | Moor – Part A | Reef – Part B");
}

TEST_CASE("automatic order: as given where nothing else is known") {
    CHECK(sorted(list(entry("Tide"), entry("Anchor"), entry("Mast")), Order::automatic) == "Tide | Anchor | Mast");
}

TEST_CASE("given, title and date orders do what they say") {
    const auto make = [] {
        return list(entry("B10", "2019-02-01"), entry("B2", "2019-03-01"), entry("A", "2019-01-01"));
    };
    CHECK(sorted(make(), Order::given) == "B10 | B2 | A");
    CHECK(sorted(make(), Order::title) == "A | B2 | B10");
    CHECK(sorted(make(), Order::date) == "A | B10 | B2");
}

TEST_CASE("date order: an entry without a date stays behind its neighbour") {
    CHECK(sorted(list(entry("late", "2019-05-01"), entry("undated"), entry("early", "2019-01-01")), Order::date) ==
          "early | late | undated");
}

TEST_CASE("I is a letter in a series of letters, a Roman number in others") {
    auto letters = list(entry("Reef – Part H"), entry("Reef – Part I"));
    series::settle_letters(letters);
    CHECK(letters[1].part->key[0] == 9);
    auto roman = list(entry("Reef – Part II"), entry("Reef – Part I"));
    series::settle_letters(roman);
    CHECK(roman[1].part->key[0] == 1);
}

TEST_CASE("posts that were read are ordered like entries: by part, else by day") {
    const auto post = [](std::string title, std::string_view date) {
        Post made;
        made.title = std::move(title);
        made.part = series::read_title(made.title).part;
        made.published = parse_date(date);
        return made;
    };
    using Places = std::vector<std::size_t>;
    std::vector<Post> posts;
    posts.push_back(post("The lamp", "2020-03-04"));
    posts.push_back(post("A ferry", "2020-01-09"));
    posts.push_back(post("Low tide", "2020-02-11"));
    CHECK(series::reading_order(posts, Order::automatic) == Places{1, 2, 0});
    CHECK(series::reading_order(posts, Order::title) == Places{1, 2, 0});
    std::vector<Post> parts;
    parts.push_back(post("Reed Isle – Part B", "2020-01-01"));
    parts.push_back(post("Reed Isle – Part A", "2020-01-02"));
    CHECK(series::reading_order(parts, Order::automatic) == Places{1, 0});
    CHECK(series::reading_order(parts, Order::date) == Places{0, 1});
}
