// Answers from the archive where it may, and asks the server for no more than it must.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "net/archive.h"
#include "net/transport.h"

namespace blogbind {

struct ReplayRules {
    enum class Mode {
        revalidate,  ///< asks whether what is archived still holds, unless an interrupted run has just asked
        offline,     ///< asks nothing
        refresh,     ///< asks for everything again
        once,        ///< asks for what is not archived, and never again: copies in a web archive do not change
    };
    Mode mode = Mode::revalidate;
    std::function<bool(const Capture&)> is_settled;  ///< need not be asked for again; empty: nothing is
    bool keeps_vanished = false;                     ///< what is gone from the server is answered from the archive
    bool trusts_freshness = false;  ///< what its server has called fresh is not asked for before it ages
};

class ReplayTransport final : public Transport {
  public:
    ReplayTransport(Transport& next, const Archive& archive, ReplayRules rules)
        : next_(next), archive_(archive), rules_(std::move(rules)) {}
    /// Error not_found: it is not in the archive, and nothing may be asked.
    Result<Answer> ask(const Ask& ask) override;

    /// What holds from now on.
    void set_rules(ReplayRules rules) { rules_ = std::move(rules); }

    /// The addresses that are gone from the server and were answered from the archive, sorted.
    [[nodiscard]] std::vector<std::string> vanished() const;
    [[nodiscard]] std::size_t answered() const { return answered_; }  ///< without asking the server

  private:
    [[nodiscard]] std::optional<Capture> capture_to_give(const Url& url) const;
    Result<Answer> asked(const Ask& ask);
    Result<Answer> replayed(const Capture& capture);
    Result<Answer> revalidated(const Ask& ask, const Capture& capture);

    Transport& next_;
    const Archive& archive_;
    ReplayRules rules_;
    std::atomic<std::size_t> answered_{0};
    mutable std::mutex mutex_;
    std::set<std::string> vanished_;
};

}  // namespace blogbind
