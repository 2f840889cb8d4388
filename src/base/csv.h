// Tables of comma-separated values: RFC 4180.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace blogbind {

/// A table whose first row names the columns.
class Csv {
  public:
    /// Never fails: what stands between quotation marks may hold anything, and rows may be shorter than the first.
    explicit Csv(std::string_view text);
    [[nodiscard]] std::size_t size() const { return rows_.empty() ? 0 : rows_.size() - 1; }
    [[nodiscard]] bool has(std::string_view column) const { return column_of(column) < npos; }
    /// Empty if there is no such column, or the row ends before it.
    [[nodiscard]] std::string_view value(std::size_t row, std::string_view column) const;

  private:
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);
    [[nodiscard]] std::size_t column_of(std::string_view name) const;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace blogbind
