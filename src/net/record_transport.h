// Keeps every exchange in the archive, whatever came of it, but for forms that are sent: they hold passwords, and their
// answers cookies.
#pragma once

#include <mutex>

#include "net/archive.h"
#include "net/transport.h"

namespace blogbind {

class RecordTransport final : public Transport {
  public:
    RecordTransport(Transport& next, Archive& archive) : next_(next), archive_(archive) {}
    /// Errors: the transport's own; unwritable if the exchange cannot be kept.
    Result<Answer> ask(const Ask& ask) override;
    /// The first such error.
    [[nodiscard]] Status status() const;

  private:
    Transport& next_;
    Archive& archive_;
    mutable std::mutex mutex_;
    Status status_;
};

}  // namespace blogbind
