// How a public web archive wants to be asked: slowly, without secrets, and not at all once it is not there.
#pragma once

#include <atomic>
#include <mutex>
#include <set>
#include <string>

#include "net/polite_transport.h"
#include "net/transport.h"

namespace blogbind {

/// The limits that the Internet Archive has told the makers of other programs: 24 questions a minute to its index, 8
/// copies a second, and silence for those who go on after a 429.
class WebArchiveTransport final : public Transport {
  public:
    /// `next` paces, as it is told here. `hosts`: the archive's own; redirects to others are what it has archived.
    WebArchiveTransport(Transport& next, std::set<std::string> hosts) : next_(next), hosts_(std::move(hosts)) {}
    /// Errors: the transport's own; refused for other hosts; unreachable where nobody answers and after a 429: then
    /// nothing more is asked.
    Result<Answer> ask(const Ask& ask) override;

    /// The user's manners, with the patience that such an archive wants, and none where nobody answers.
    static Manners patient(Manners manners);

  private:
    Result<Answer> asked(const Ask& ask);
    void note(const Result<Answer>& result);

    Transport& next_;
    std::set<std::string> hosts_;
    std::mutex first_;  // until one has been answered, others wait for that
    std::atomic<bool> has_answered_{false}, is_silent_{false};
    std::atomic<int> failures_{0};  // in a row
};

}  // namespace blogbind
