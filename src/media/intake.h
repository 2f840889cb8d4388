// How many pictures may be on their way at a time. While some wait for a worker others arrive, but only as many as
// memory has room for.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>

namespace blogbind::media {

class Intake {
  public:
    Intake(std::size_t requests, std::size_t bytes) : most_requests_(requests), most_bytes_(bytes) {}

    /// Waits until there is room for one more. How large it will be is guessed from the last ones; one alone always has
    /// room.
    void begin_request();
    /// It has brought so many bytes; they take room until they are let go.
    void end_request(std::size_t bytes);
    void let_go(std::size_t bytes);

  private:
    [[nodiscard]] bool has_room() const;

    const std::size_t most_requests_, most_bytes_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t requests_ = 0;  ///< under way
    std::size_t held_ = 0;      ///< bytes that have arrived and are still needed
    std::size_t expected_ = 0;  ///< bytes of the next one: the largest of the last few
};

}  // namespace blogbind::media
