// Ctrl-C and termination: the program ends soon and cleanly; a second Ctrl-C ends it at once.
#pragma once

#include <atomic>

namespace blogbind::cli {

/// Call once, before any thread starts.
void watch_for_interruption();
/// Becomes true when the user or the system wants the program to end.
const std::atomic<bool>& interrupted();
/// 130 after SIGINT, 143 after SIGTERM.
int interruption_exit_code();

}  // namespace blogbind::cli
