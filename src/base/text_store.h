// Many short texts in little memory, and the rows of a table that are found by them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace blogbind {

/// Texts that stay where they are as long as this object, one behind the other.
class TextStore {
  public:
    [[nodiscard]] std::string_view kept(std::string_view text);

  private:
    std::vector<std::unique_ptr<char[]>> blocks_;
    std::size_t left_ = 0;  // of the last block, at its end
    char* end_ = nullptr;
};

/// Numbers of rows by a text that each row has: a hash table of four bytes a place.
class RowTable {
  public:
    static constexpr std::uint32_t none = 0xFFFF'FFFF;

    /// The row with that text; `none` if there is none. `text_of(row)`: a row's text.
    template <class TextOf>
    [[nodiscard]] std::uint32_t row(std::string_view text, const TextOf& text_of) const {
        return places_[place(text, text_of)];
    }
    /// From now on the row with that text is this one.
    template <class TextOf>
    void set(std::string_view text, std::uint32_t row, const TextOf& text_of) {
        if (3 * (used_ + 1) > 2 * places_.size()) grow(text_of);
        std::uint32_t& known = places_[place(text, text_of)];
        if (known == none) ++used_;
        known = row;
    }

  private:
    template <class TextOf>
    [[nodiscard]] std::size_t place(std::string_view text, const TextOf& text_of) const {
        const std::size_t last = places_.size() - 1;
        std::size_t at = std::hash<std::string_view>()(text) & last;
        while (places_[at] != none && text_of(places_[at]) != text) at = (at + 1) & last;
        return at;
    }
    template <class TextOf>
    void grow(const TextOf& text_of) {
        std::vector<std::uint32_t> smaller(2 * places_.size(), none);
        smaller.swap(places_);
        for (const std::uint32_t row : smaller)
            if (row != none) places_[place(text_of(row), text_of)] = row;
    }

    std::vector<std::uint32_t> places_ = std::vector<std::uint32_t>(4, none);  // their number is a power of two
    std::size_t used_ = 0;
};

}  // namespace blogbind
