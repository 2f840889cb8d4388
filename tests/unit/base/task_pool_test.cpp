#include "base/task_pool.h"

#include <doctest/doctest.h>

#include <future>
#include <vector>

namespace blogbind {

TEST_CASE("task_pool: many tasks pass through a short queue, each once and in order") {
    std::vector<int> done;
    std::promise<void> all_done;
    TaskPool pool(1, 2);
    for (int i = 0; i < 100; ++i)
        pool.add([&, i] {
            done.push_back(i);
            if (i == 99) all_done.set_value();
        });
    all_done.get_future().get();
    REQUIRE(done.size() == 100);
    for (int i = 0; i < 100; ++i) CHECK(done[static_cast<std::size_t>(i)] == i);
}

}  // namespace blogbind
