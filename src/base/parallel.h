// Work on several threads whose results come back in the order of the input.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <utility>

namespace blogbind {

/// Runs `work(i)` for i in [0, count) on up to `threads` threads and calls `take(i, result)` on the calling thread,
/// in order of i. At most `threads` results are under way or waiting at any time, so memory does not grow with `count`.
/// An exception of `work` is thrown on the calling thread when its turn comes.
template <class Work, class Take>
void in_order(std::size_t count, std::size_t threads, Work work, Take take) {
    using Value = decltype(work(std::size_t{}));
    std::deque<std::future<Value>> running;
    std::size_t started = 0;
    for (std::size_t i = 0; i < count; ++i) {
        for (; started < count && running.size() < threads; ++started)
            running.push_back(std::async(std::launch::async, work, started));
        Value value = running.front().get();
        running.pop_front();
        take(i, std::move(value));
    }
}

}  // namespace blogbind
