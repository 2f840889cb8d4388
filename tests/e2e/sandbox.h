// A place for one run of a command: private home, cache and temporary folder, gone afterwards.
#pragma once

#include <sys/types.h>

#include <atomic>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace blogbind::testing {

struct Outcome {
    int exit_code = 0;
    std::string standard_output, standard_error;
    std::size_t memory = 0;  ///< bytes of the largest process
};

class Sandbox {
  public:
    Sandbox();
    Sandbox(const Sandbox&) = delete;
    ~Sandbox();
    /// Runs `sh -eu script` in out() with `variables` and little else in its environment.
    Outcome run(const std::filesystem::path& script, std::map<std::string, std::string> variables);
    /// Sends a signal to the programs that the script has started. Safe to call from other threads.
    void send_signal(std::string_view name) const;
    [[nodiscard]] std::filesystem::path out() const { return folder_ / "out"; }
    [[nodiscard]] std::filesystem::path temporary() const { return folder_ / "tmp"; }

  private:
    std::filesystem::path folder_;
    std::atomic<pid_t> shell_{0};
};

/// Runs a command and gives its exit code; what it prints goes to `output`.
int exit_code_of(const std::string& command, std::string& output);

}  // namespace blogbind::testing
