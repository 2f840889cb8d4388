// Asks each host's robots.txt first, and keeps to it (RFC 9309).
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "net/robots.h"
#include "net/transport.h"

namespace blogbind {

class RobotsTransport final : public Transport {
  public:
    /// `agent`: our product token. The files are asked for through `next`, so that they are archived like all else.
    RobotsTransport(Transport& next, std::string agent) : next_(next), agent_(std::move(agent)) {}
    /// Error refused for what robots.txt forbids. As RFC 9309 #access-method has it, everything is allowed where there
    /// is no such file, and nothing where the server fails to say.
    Result<Answer> ask(const Ask& ask) override;

  private:
    struct Site {
        std::once_flag asked;
        RobotsRules rules;
        std::string failure;  ///< why nothing may be asked; empty if the rules are known
    };
    Site& site_of(const Url& url);
    void read_rules(const Url& url, Site& site);

    Transport& next_;
    std::string agent_;
    std::mutex mutex_;
    std::map<std::string, std::unique_ptr<Site>> sites_;  // by origin
};

}  // namespace blogbind
