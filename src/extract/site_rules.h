// The user's own rules for pages of some hosts: CSS selectors in a TOML file, a table for each host. For the blog whose
// theme is like no other.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/page.h"

namespace blogbind::extract {

class SiteRules {
  public:
    /// Rules for no host.
    SiteRules() = default;
    /// Error usage: no TOML, a table or a key that means nothing, or no selector; the message says where.
    static Result<SiteRules> parse(std::string_view toml);

    /// Takes away what the page's host has a `remove` rule for, and notes what the others point at. Of several tables
    /// that name the host or a domain that it belongs to, the longest counts; "*" stands for every page.
    /// REQUIRES: nothing in the part's document is deleted afterwards.
    void apply(PagePart& part) const;
    /// As it was read; empty if there are none.
    [[nodiscard]] const std::string& text() const;

  private:
    struct Tables;
    std::shared_ptr<const Tables> tables_;
};

}  // namespace blogbind::extract
