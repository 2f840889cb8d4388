// How a file begins, looked at once by all who may read it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace blogbind {

class FileStart {
  public:
    /// How many bytes are enough.
    static constexpr std::size_t size = 8192;

    /// `bytes` of a file; only the first are looked at.
    explicit FileStart(std::string_view bytes);
    [[nodiscard]] std::string_view bytes() const { return bytes_; }
    /// Lower case, for comparing.
    [[nodiscard]] const std::string& lowered() const { return lowered_; }
    /// The name of the first tag in lower case, behind comments, instructions and document types: "rss", "html".
    [[nodiscard]] const std::string& root() const { return root_; }
    [[nodiscard]] bool mentions(std::string_view lower_case) const {
        return lowered_.find(lower_case) != lowered_.npos;
    }

  private:
    std::string bytes_, lowered_, root_;
};

}  // namespace blogbind
