// What the visible page says of its post around the body: title, byline, dates, terms, neighbours.
#pragma once

#include <optional>
#include <vector>

#include "base/date.h"
#include "extract/article.h"
#include "extract/platforms.h"
#include "markup/body.h"
#include "net/url.h"

namespace blogbind::extract {

/// Elements with a meaning, surest first.
class PageFacts {
  public:
    /// `article` may be null.
    PageFacts(const markup::Element& document, const Article* article);
    /// Elements of that meaning: within the post before those outside it, then by the rank of their rule.
    [[nodiscard]] const std::vector<const markup::Element*>& all(PageField field) const;
    [[nodiscard]] const markup::Element* first(PageField field) const;
    /// The first <h1> in the post, else in the page; null if there is none.
    [[nodiscard]] const markup::Element* heading() const { return heading_; }

  private:
    std::vector<std::vector<const markup::Element*>> fields_;
    const markup::Element* heading_ = nullptr;
};

/// The time that an element tells: in an attribute, else in its few words.
std::optional<DateTime> date_of(const markup::Element& element);

}  // namespace blogbind::extract
