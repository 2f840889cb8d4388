// Answers from the archive where it may, and asks the server for no more than it must.
#pragma once

#include <atomic>
#include <cstddef>
#include <optional>
#include <set>
#include <string>

#include "net/archive.h"
#include "net/transport.h"

namespace blogbind {

struct ReplayRules {
    enum class Mode {
        revalidate,  ///< asks whether what is archived still holds, unless an interrupted run has just asked
        offline,     ///< asks nothing
        refresh,     ///< asks for everything again
        listed,      ///< asks only for what is not archived and for the addresses in `asked_again`
    };
    Mode mode = Mode::revalidate;
    std::set<std::string> asked_again;
};

class ReplayTransport final : public Transport {
  public:
    ReplayTransport(Transport& next, const Archive& archive, ReplayRules rules)
        : next_(next), archive_(archive), rules_(std::move(rules)) {}
    /// Error not_found: it is not in the archive, and nothing may be asked.
    Result<Answer> ask(const Ask& ask) override;

    [[nodiscard]] std::size_t answered() const { return answered_; }  ///< without asking the server

  private:
    [[nodiscard]] std::optional<Capture> capture_to_give(const Url& url) const;
    Result<Answer> replayed(const Capture& capture);
    Result<Answer> revalidated(const Ask& ask, const Capture& capture);

    Transport& next_;
    const Archive& archive_;
    ReplayRules rules_;
    std::atomic<std::size_t> answered_{0};
};

}  // namespace blogbind
