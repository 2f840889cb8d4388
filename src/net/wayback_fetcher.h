// What is gone from its site is looked for in a web archive: the Internet Archive's Wayback Machine, or one like it.
#pragma once

#include <optional>
#include <string>

#include "net/fetcher.h"

namespace blogbind {

namespace wayback {
struct Copy;
}

struct WaybackRules {
    enum class Use {
        automatic,  ///< where the request wants a rescue, after the site itself has turned out to be gone
        never,
        only,  ///< the site itself is not asked for anything
    };
    Use use = Use::automatic;
    std::optional<Url>
        server{};  ///< nothing: the Internet Archive, which is never told of addresses that are not public
};

class WaybackFetcher final : public Fetcher {
  public:
    /// `next` asks the sites; `archives` asks the web archive, with the manners that it wants.
    WaybackFetcher(Fetcher& next, Fetcher& archives, WaybackRules rules);
    /// A response from the archive has its `memento`, and the original's addresses. Errors and refusals are those of
    /// the site, whatever the archive said; where the site was not asked, not_found, or unreachable for an archive
    /// that does not answer.
    Result<Response> fetch(const Request& request) override;

  private:
    /// What one address at the archive gave.
    struct Outcome {
        std::optional<Response> response;
        bool may_have_others = true;  ///< the archive knows the address, or may know it
        bool is_silent = false;       ///< the archive did not answer
    };
    [[nodiscard]] bool may_look_up(const Url& url) const;
    Outcome rescued(const Request& request);
    Outcome nearest(const Request& request);
    Outcome listed(const Request& request);
    Outcome copy(const Request& request, std::string_view timestamp, const Url& original);
    [[nodiscard]] bool is_usable(const Request& request, const Response& response, const Url& original) const;
    [[nodiscard]] std::optional<Response> original_response(const Request& request, Response response) const;
    Result<std::string> text_at(const std::optional<Url>& url);

    Fetcher& next_;
    Fetcher& archives_;
    WaybackRules rules_;
    Url server_;
};

/// For the report: "is gone, but a web archive kept it on 3 May 2019".
std::string rescue_detail(const Memento& memento);

}  // namespace blogbind
