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
    /// Each <h1> with text, those in the post first.
    [[nodiscard]] const std::vector<const markup::Element*>& headings() const { return headings_; }
    /// The first smaller heading in the body of a post that no <h1> heads; else null.
    [[nodiscard]] const markup::Element* heading_in_body() const { return heading_in_body_; }

  private:
    std::vector<std::vector<const markup::Element*>> fields_;
    std::vector<const markup::Element*> headings_;
    const markup::Element* heading_in_body_ = nullptr;
};

/// The time that an element tells: in an attribute, else in its few words.
std::optional<DateTime> date_of(const markup::Element& element);

}  // namespace blogbind::extract
