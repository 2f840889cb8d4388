// The user's own table of places: where posts were written, and where on the earth those places lie.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/position.h"
#include "base/result.h"
#include "model/post.h"

namespace blogbind::compose {

class PlaceTable {
  public:
    PlaceTable() = default;
    /// Comma-separated values with the columns `place`, `latitude`, `longitude` and, to name a post's place, `post`:
    /// its address, its title, or its day as 2024-05-03. A row without `post` only tells where a place lies. Error
    /// usage: a column is missing, or a row's numbers are no position.
    static Result<PlaceTable> read(std::string_view csv);

    /// Sets places and positions that the table knows; it wins over what the posts say. A place without a position gets
    /// that of another post at the same place, else that of its photographs.
    void complete(std::vector<Post>& posts) const;

  private:
    struct Named {
        std::string place;
        std::optional<Position> position;
    };
    [[nodiscard]] const Named* named_for(const Post& post) const;

    std::map<std::string, Named, std::less<>> posts_;         // by address, title or day
    std::map<std::string, Position, std::less<>> positions_;  // by the place's name, case folded
};

}  // namespace blogbind::compose
