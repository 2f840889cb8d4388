// Standard error for people: issues and results, one line each, and a line of progress that is drawn only on a
// terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>

#include "base/report.h"
#include "cli/options.h"

namespace blogbind::cli {

class Terminal {
  public:
    explicit Terminal(Verbosity verbosity);
    ~Terminal();
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    void error(std::string_view sentence);        ///< always
    void say(std::string_view sentence);          ///< unless quiet
    void detail(std::string_view sentence);       ///< only if verbose
    void issue(const Issue& issue);               ///< notes only if verbose
    /// Replaces the line of progress; nothing happens if standard error is no terminal.
    void progress(std::string_view text);
    [[nodiscard]] bool shows_progress() const { return interactive_; }

  private:
    void write(std::string_view line);
    std::mutex mutex_;
    Verbosity verbosity_;
    bool interactive_, coloured_, drawn_ = false;
};

/// "12.3 MB"
std::string readable_size(std::size_t bytes);
/// "1:07"
std::string readable_time(std::chrono::seconds time);

}  // namespace blogbind::cli
