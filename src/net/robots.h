// What a host's robots.txt allows (RFC 9309).
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace blogbind {

class RobotsRules {
  public:
    RobotsRules() = default;  ///< everything is allowed
    /// The groups that name `agent` (a product token such as "blogbind"), else those for everybody. Lenient: lines
    /// that cannot be read are passed over, and only the first 500 KiB count, as RFC 9309 #limits has it.
    static RobotsRules parse(std::string_view text, std::string_view agent);

    /// `target`: path and query as they are sent. The longest rule that fits decides; of two as long, the one that
    /// allows.
    [[nodiscard]] bool allows(std::string_view target) const;
    /// What the host wants between two requests.
    [[nodiscard]] std::chrono::milliseconds crawl_delay() const { return crawl_delay_; }

  private:
    struct Rule {
        std::string pattern;  ///< '*' is any text, a closing '$' the end
        bool allows = false;
    };
    std::vector<Rule> rules_;
    std::chrono::milliseconds crawl_delay_{0};
};

}  // namespace blogbind
