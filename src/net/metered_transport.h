// Counts what goes over the wire, for progress and the report.
#pragma once

#include <atomic>
#include <cstddef>

#include "net/transport.h"

namespace blogbind {

class MeteredTransport final : public Transport {
  public:
    explicit MeteredTransport(Transport& next) : next_(next) {}
    Result<Answer> ask(const Ask& ask) override;

    [[nodiscard]] std::size_t sent() const { return sent_; }
    [[nodiscard]] std::size_t failed() const { return failed_; }  ///< no answer, or a status of 400 and more
    [[nodiscard]] std::size_t bytes() const { return bytes_; }    ///< of bodies, as they were sent

  private:
    Transport& next_;
    std::atomic<std::size_t> sent_{0}, failed_{0}, bytes_{0};
};

}  // namespace blogbind
