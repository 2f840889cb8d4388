#include "media/intake.h"

#include <algorithm>

namespace blogbind::media {

bool Intake::has_room() const {
    if (requests_ == 0 && held_ == 0) return true;
    return requests_ < most_requests_ && held_ + (requests_ + 1) * expected_ <= most_bytes_;
}

void Intake::begin_request() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return has_room(); });
    ++requests_;
}

void Intake::end_request(std::size_t bytes) {
    const std::scoped_lock lock(mutex_);
    --requests_;
    held_ += bytes;
    expected_ = std::max(bytes, expected_ - expected_ / 8);
    changed_.notify_all();
}

void Intake::let_go(std::size_t bytes) {
    const std::scoped_lock lock(mutex_);
    held_ -= bytes;
    changed_.notify_all();
}

}  // namespace blogbind::media
