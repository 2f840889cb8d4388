// Progress on a terminal.
#include "cli/progress.h"

#include <fmt/format.h>

namespace blogbind::cli {

using Clock = std::chrono::steady_clock;

Progress::Progress(Terminal& terminal, const Network& network)
    : terminal_(terminal), network_(network), start_(Clock::now()), stage_start_(start_) {
    if (terminal.shows_progress()) thread_ = std::thread([this] { draw_until_stopped(); });
}

Progress::~Progress() {
    {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
    }
    stopping_.notify_all();
    if (thread_.joinable()) thread_.join();
    terminal_.progress("");
}

void Progress::begin(std::string_view stage, std::size_t total) {
    const std::lock_guard lock(mutex_);
    stage_ = stage;
    total_ = total;
    done_ = 0;
    stage_start_ = Clock::now();
}

void Progress::draw_until_stopped() {
    std::unique_lock lock(mutex_);
    while (!stopping_.wait_for(lock, std::chrono::milliseconds(200), [this] { return stopped_; }))
        if (!stage_.empty()) terminal_.progress(line());
}

std::string Progress::line() {
    const std::size_t done = done_;
    const double seconds = std::chrono::duration<double>(Clock::now() - stage_start_).count();
    std::string text = total_ == 0 ? stage_ : fmt::format("{} {}/{}", stage_, done, total_);
    if (const std::size_t bytes = network_.traffic().bytes; bytes != 0) {
        const double all = std::chrono::duration<double>(Clock::now() - start_).count();
        text += fmt::format(" · {} · {}/s", readable_size(bytes),
                            readable_size(static_cast<std::size_t>(static_cast<double>(bytes) / std::max(all, 0.1))));
    }
    if (done != 0 && done < total_ && seconds > 1) {
        const double left = seconds / static_cast<double>(done) * static_cast<double>(total_ - done);
        text += fmt::format(" · {} left", readable_time(std::chrono::seconds(static_cast<long>(left) + 1)));
    }
    return text;
}

}  // namespace blogbind::cli
