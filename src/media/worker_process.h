// One worker process as its orderer sees it.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace blogbind::media {

class WorkerProcess {
  public:
    /// Nothing if the program cannot be started.
    static std::optional<WorkerProcess> start(const std::filesystem::path& program);
    WorkerProcess(WorkerProcess&& other) noexcept;
    WorkerProcess& operator=(WorkerProcess&& other) noexcept;
    ~WorkerProcess();

    struct Frame {
        std::string head, body;
    };
    /// Nothing if the worker ended, talked nonsense, or was not done at `deadline`; it is of no use any more then.
    std::optional<Frame> ask(std::string_view head, std::string_view body,
                             std::chrono::steady_clock::time_point deadline);

  private:
    WorkerProcess(int connection, pid_t process) : connection_(connection), process_(process) {}
    int connection_ = -1;
    pid_t process_ = -1;
};

}  // namespace blogbind::media
