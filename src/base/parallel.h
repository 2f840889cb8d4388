// Work on several threads whose results come back in the order of the input.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <future>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace blogbind {

/// Runs `work(i)` for i in [0, count) on up to `threads` threads and calls `take(i, result)` on the calling thread,
/// in order of i. At most `threads` results are under way or waiting at any time, so memory does not grow with `count`.
/// An exception of `work` is thrown on the calling thread when its turn comes.
template <class Work, class Take>
void in_order(std::size_t count, std::size_t threads, Work work, Take take) {
    if (count == 1) return take(0, work(0));  // a thread of its own would cost more than many a page
    using Value = decltype(work(std::size_t{}));
    std::mutex mutex;
    std::condition_variable changed;
    std::map<std::size_t, std::future<Value>> ready;
    std::size_t started = 0, taken = 0;
    bool stopped = false;

    const auto work_on = [&] {
        std::unique_lock lock(mutex);
        while (true) {
            changed.wait(lock, [&] { return stopped || started == count || started < taken + threads; });
            if (stopped || started == count) return;
            const std::size_t index = started++;
            lock.unlock();
            std::packaged_task<Value()> task([&] { return work(index); });
            task();
            lock.lock();
            ready.emplace(index, task.get_future());
            changed.notify_all();
        }
    };
    struct Team {
        std::mutex& mutex;
        std::condition_variable& changed;
        bool& stopped;
        std::vector<std::thread> members;
        ~Team() {
            {
                const std::lock_guard lock(mutex);
                stopped = true;
            }
            changed.notify_all();
            for (std::thread& member : members) member.join();
        }
    } team{mutex, changed, stopped, {}};
    for (std::size_t n = std::min(threads, count); n > 0; --n) team.members.emplace_back(work_on);

    for (std::size_t i = 0; i < count; ++i) {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return ready.contains(i); });
        std::future<Value> result = std::move(ready.extract(i).mapped());
        lock.unlock();
        take(i, result.get());
        lock.lock();
        taken = i + 1;
        lock.unlock();
        changed.notify_all();
    }
}

}  // namespace blogbind
