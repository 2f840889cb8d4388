// The line of progress while a book is made: counts, bytes, rate, time left. Drawn a few times a second by a thread
// of its own; does nothing where standard error is no terminal.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "cli/network.h"
#include "cli/terminal.h"

namespace blogbind::cli {

class Progress {
  public:
    Progress(Terminal& terminal, const Network& network);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// A new stage: "posts", with so many things to do (0: unknown).
    void begin(std::string_view stage, std::size_t total);
    void advance() { ++done_; }

  private:
    void draw_until_stopped();
    std::string line();

    Terminal& terminal_;
    const Network& network_;
    std::mutex mutex_;
    std::condition_variable stopping_;
    bool stopped_ = false;
    std::string stage_;
    std::size_t total_ = 0;
    std::atomic<std::size_t> done_{0};
    std::chrono::steady_clock::time_point start_, stage_start_;
    std::thread thread_;
};

}  // namespace blogbind::cli
