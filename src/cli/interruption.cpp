// The one place with state for the whole process: signal handlers have no other way.
#include "cli/interruption.h"

#include <csignal>

namespace blogbind::cli {
namespace {

std::atomic<bool> stop_wanted{false};
std::atomic<int> signal_number{0};
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

void note_signal(int number) {
    signal_number = number;
    stop_wanted = true;
    std::signal(number, SIG_DFL);  // the second one ends the program at once
}

}  // namespace

void watch_for_interruption() {
    std::signal(SIGINT, note_signal);
    std::signal(SIGTERM, note_signal);
    std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is an error, as a full disk is
    std::signal(SIGPIPE, SIG_IGN);  // writing to a closed pipe is an error, not an end
}

const std::atomic<bool>& interrupted() { return stop_wanted; }

int interruption_exit_code() { return 128 + (signal_number == 0 ? SIGINT : signal_number.load()); }

}  // namespace blogbind::cli
