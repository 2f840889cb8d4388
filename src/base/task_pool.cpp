#include "base/task_pool.h"

#include <algorithm>
#include <utility>

namespace blogbind {

TaskPool::TaskPool(std::size_t threads, std::size_t most_waiting)
    : most_waiting_(std::max<std::size_t>(most_waiting, 1)) {
    for (std::size_t i = 0; i < std::max<std::size_t>(threads, 1); ++i) threads_.emplace_back([this] { work(); });
}

TaskPool::~TaskPool() {
    {
        const std::scoped_lock lock(mutex_);
        closing_ = true;
        waiting_.clear();
    }
    changed_.notify_all();
}

void TaskPool::add(std::function<void()> task) {
    {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return waiting_.size() < most_waiting_; });
        waiting_.push_back(std::move(task));
    }
    changed_.notify_all();  // those who add wait here, too
}

void TaskPool::work() {
    while (true) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return closing_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        const std::function<void()> task = std::move(waiting_.front());
        const bool is_full = waiting_.size() == most_waiting_;
        waiting_.pop_front();
        lock.unlock();
        if (is_full) changed_.notify_all();
        task();
    }
}

}  // namespace blogbind
