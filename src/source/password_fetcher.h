// Opens posts that are protected by a password, where the user knows it: WordPress keeps such posts behind a form.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>

#include "net/fetcher.h"

namespace blogbind {

/// A page that asks for a post's password is asked for again once the password is sent; the cookie that comes with it
/// opens the blog's other posts too. A page that stays closed is given as it is.
class PasswordFetcher final : public Fetcher {
  public:
    /// `server` asks the server itself, even where `next` has an answer at hand or a robots.txt forbids programs the
    /// form: to fill it in is the user's own doing. An empty `password` opens nothing. It is told only to the hosts in `named_hosts`, and only by forms that lead
    /// back to the page's own host, never in plain text where the page was not.
    PasswordFetcher(Fetcher& next, Fetcher& server, std::string password, std::set<std::string> named_hosts)
        : next_(next), server_(server), password_(std::move(password)), named_hosts_(std::move(named_hosts)) {}
    Result<Response> fetch(const Request& request) override;

  private:
    [[nodiscard]] bool may_learn(const Url& page, const Url& action) const;
    void send_password(const Url& page, const Url& action);

    Fetcher& next_;
    Fetcher& server_;
    std::string password_;
    std::set<std::string> named_hosts_;
    std::mutex mutex_;
    std::map<std::string, std::unique_ptr<std::once_flag>> told_;  // by the form's address: each is told once
};

}  // namespace blogbind
