// A title as words and what stands between them: the ground on which part numbers are looked for.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace blogbind::series {

/// A run of letters or a run of digits: "Part2b" is three words.
struct TitleWord {
    std::string folded;              ///< for comparing: case-folded, without apostrophes
    std::size_t begin = 0, end = 0;  ///< bytes of the title
    bool is_number = false;
    bool is_capital = false;  ///< the first letter is a capital
};

class TitleWords {
  public:
    explicit TitleWords(std::string_view title);

    [[nodiscard]] std::size_t size() const { return words_.size(); }
    [[nodiscard]] const TitleWord& operator[](std::size_t i) const { return words_[i]; }
    [[nodiscard]] std::string_view title() const { return title_; }
    /// As written.
    [[nodiscard]] std::string_view text(std::size_t first, std::size_t last) const;
    /// What stands before word `i` (after the last word for i == size()).
    [[nodiscard]] std::string_view gap(std::size_t i) const;
    /// The gap holds a mark that parts a title: dash with a space beside it, colon, comma, bracket, bar …
    [[nodiscard]] bool is_parted_before(std::size_t i) const;
    /// Word `i` stands at the end of the title or of a part of it.
    [[nodiscard]] bool is_closed_after(std::size_t i) const { return i + 1 >= size() || is_parted_before(i + 1); }

  private:
    std::string title_;
    std::vector<TitleWord> words_;
};

}  // namespace blogbind::series
