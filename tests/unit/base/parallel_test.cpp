#include "base/parallel.h"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace blogbind;

TEST_CASE("parallel: results come in the order of the input") {
    std::vector<std::size_t> taken;
    in_order(
        50, 4, [](std::size_t i) { return i * i; },
        [&](std::size_t i, std::size_t square) {
            CHECK(square == i * i);
            taken.push_back(i);
        });
    REQUIRE(taken.size() == 50);
    CHECK(taken.front() == 0);
    CHECK(taken.back() == 49);
}

TEST_CASE("parallel: a single piece of work is done where it is asked for") {
    in_order(
        1, 4, [](std::size_t) { return std::this_thread::get_id(); },
        [](std::size_t, std::thread::id id) { CHECK(id == std::this_thread::get_id()); });
}

TEST_CASE("parallel: no more than the given number is under way") {
    std::atomic<int> started{0};
    int finished = 0, most = 0;
    in_order(
        20, 3, [&](std::size_t i) { return ++started, i; },
        [&](std::size_t, std::size_t) {
            most = std::max(most, started - finished);
            ++finished;
        });
    CHECK(most <= 3);
}

TEST_CASE("parallel: no work, no results") {
    in_order(
        0, 4, [](std::size_t i) { return i; }, [](std::size_t, std::size_t) { FAIL("nothing to take"); });
}

TEST_CASE("parallel: an exception arrives on the calling thread") {
    const auto work = [](std::size_t i) { return i == 2 ? throw std::runtime_error("broken") : i; };
    std::size_t taken = 0;
    CHECK_THROWS_AS(in_order(5, 2, work, [&](std::size_t, std::size_t) { ++taken; }), std::runtime_error);
    CHECK(taken == 2);
}
