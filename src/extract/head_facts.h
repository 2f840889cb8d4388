// What a page's <head> says, before anything is made of it.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "markup/body.h"
#include "net/url.h"

namespace blogbind::extract {

/// <meta> and <link> of a page; microdata's <meta itemprop> stands in bodies, so the whole document is read.
class HeadFacts {
  public:
    HeadFacts(const markup::Element& document, const std::optional<Url>& base);

    /// The first content under the first of `names` that has one; empty if none has.
    [[nodiscard]] std::string meta(std::span<const std::string_view> names) const;
    [[nodiscard]] const std::vector<std::string>& all(std::string_view name) const;
    /// The first <link> of that relation.
    [[nodiscard]] std::optional<Url> link(std::string_view relation) const;
    [[nodiscard]] const std::string& title() const { return title_; }
    [[nodiscard]] const std::string& language() const { return language_; }
    /// "Halfway Down" from the feed's title "Halfway Down » Feed"; empty if there is no such feed.
    [[nodiscard]] const std::string& feed_title() const { return feed_title_; }

  private:
    void read_meta(const markup::Element& element);
    void read_link(const markup::Element& element, const std::optional<Url>& base);

    std::map<std::string, std::vector<std::string>, std::less<>> meta_;
    std::map<std::string, Url, std::less<>> links_;
    std::string title_, language_, feed_title_;
};

}  // namespace blogbind::extract
