// Where one request is led, step by step, so that every step can be checked before it is taken.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "net/transport.h"
#include "net/url.h"

namespace blogbind {

class RedirectTrail {
  public:
    RedirectTrail(Url start, int limit) : limit_(limit), url_(std::move(start)) {}

    /// The address to ask next.
    [[nodiscard]] const Url& url() const { return url_; }
    /// The addresses asked before it, in order.
    [[nodiscard]] const std::vector<Url>& passed() const { return passed_; }

    /// Moves on to where `answer`, that of url(), leads; false if it leads nowhere.
    /// Errors: unreachable for too many redirects and for a circle, refused for what is no web address.
    Result<bool> follow(const Answer& answer);

  private:
    [[nodiscard]] bool has_passed(const Url& url) const;

    int limit_;
    Url url_;
    std::vector<Url> passed_;
};

}  // namespace blogbind
