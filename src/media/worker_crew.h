// The processes of one worker program: each does one order at a time.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "media/worker_process.h"

namespace blogbind::media {

class Crew {
  public:
    /// At most `size` processes at a time. `folder` holds the program; empty: beside this program, in
    /// ../libexec/blogbind, or where it was built.
    Crew(std::filesystem::path folder, std::string_view program, std::size_t size);

    /// Blocks; safe to call from several threads. An answer whose head is not `whole` is nonsense. Error unreadable:
    /// the worker crashed, took too long or talked nonsense; not_found: it cannot be started; refused: too large.
    Result<WorkerProcess::Frame> ask(std::string_view head, std::string_view body,
                                     bool (*whole)(std::string_view head));
    /// Ends the processes that wait for orders, and their memory with them.
    void dismiss();

  private:
    [[nodiscard]] std::optional<WorkerProcess> take_worker();
    void give_back(std::optional<WorkerProcess> worker);

    std::filesystem::path program_;
    std::mutex mutex_;
    std::condition_variable place_is_free_;
    std::size_t free_places_;
    std::vector<WorkerProcess> idle_;
};

}  // namespace blogbind::media
