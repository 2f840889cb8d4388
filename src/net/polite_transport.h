// Manners: tries again what may succeed later, waits as long as the server asks, never hammers a host, and leaves a
// host alone that has failed again and again.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <string_view>

#include "net/transport.h"

namespace blogbind {

struct Manners {
    int retries = 3;                              ///< after the first try
    bool insists = true;                          ///< tries again where nobody answers, too
    std::chrono::milliseconds delay{0};           ///< between two requests to one host
    std::chrono::milliseconds first_pause{500};   ///< before the first new try; doubled each time, with jitter
    std::chrono::seconds longest_wait{60};        ///< a longer Retry-After is not waited for
    std::chrono::seconds told_wait{5};            ///< the user is told of a wait this long
};

class PoliteTransport final : public Transport {
  public:
    /// One sentence for the user, without a full stop. Called on the threads that ask.
    using Notice = std::function<void(std::string_view)>;

    PoliteTransport(Transport& next, Manners manners, const std::atomic<bool>& interrupted, Notice notice = {});
    ~PoliteTransport() override;
    /// Errors besides the transport's own, for every request to a host that has failed too often in a row: unreachable
    /// if nobody answered there, refused if a server did. Also refused if it asks for a longer wait than
    /// `longest_wait`.
    Result<Answer> ask(const Ask& ask) override;

  private:
    class Hosts;
    Result<Answer> ask_patiently(const Ask& ask);
    [[nodiscard]] bool wait_for_turn(const Ask& ask);
    void tell_wait(const Url& url, std::chrono::milliseconds pause) const;

    Transport& next_;
    Manners manners_;
    const std::atomic<bool>& interrupted_;
    Notice notice_;
    std::unique_ptr<Hosts> hosts_;
};

}  // namespace blogbind
