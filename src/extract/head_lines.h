// What the lines between a post's title and its text say, where no name in the markup tells bylines and dates apart.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "markup/body.h"

namespace blogbind::extract {

class HeadLines {
  public:
    /// The short lines around the line that is `title`: those below it up to the second real paragraph (the first may
    /// be a summary), then the few above it. None if the page does not show the title.
    HeadLines(const markup::Element& document, std::string_view title);

    /// The first date in a line that is no sentence: "Oslo, 3 May 2019", "Stand: 3. Mai 2019".
    [[nodiscard]] std::optional<DateTime> date() const;
    /// The people of the first byline: "By Mara Ellingsen", "3 May 2019 by Mara", "3.5.2019 | Mara Ellingsen";
    /// also a name in a line of its own beside that of the date.
    [[nodiscard]] std::vector<std::string> authors() const;

  private:
    std::vector<std::string> lines_;
};

}  // namespace blogbind::extract
