// Keeps every exchange in the archive, whatever came of it.
#pragma once

#include "net/archive.h"
#include "net/transport.h"

namespace blogbind {

class RecordTransport final : public Transport {
  public:
    RecordTransport(Transport& next, Archive& archive) : next_(next), archive_(archive) {}
    /// Errors: the transport's own; unwritable if the exchange cannot be kept.
    Result<Answer> ask(const Ask& ask) override;

  private:
    Transport& next_;
    Archive& archive_;
};

}  // namespace blogbind
