// A few threads that do what they are given, first come, first served.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace blogbind {

class TaskPool {
  public:
    TaskPool(std::size_t threads, std::size_t most_waiting);
    /// Tasks that have not begun are dropped; those that have are waited for.
    ~TaskPool();
    /// Waits while as many tasks as may be have not begun. REQUIRES: not called by a task.
    void add(std::function<void()> task);

  private:
    void work();
    const std::size_t most_waiting_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> waiting_;
    bool closing_ = false;
    std::vector<std::jthread> threads_;  // last: they use all of the above
};

}  // namespace blogbind
