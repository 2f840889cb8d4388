// A spill, and what tests put into it and read from it.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

#include "epub/publication.h"

namespace blogbind::test {

class Scratch {
  public:
    Scratch() : spill_(Spill::create()) { REQUIRE(spill_); }

    [[nodiscard]] Spill& spill() { return *spill_; }
    [[nodiscard]] epub::ContainerFile file(std::string path, std::string_view bytes) {
        return {.path = std::move(path), .bytes = spill_->append(bytes).value(), .stored = false};
    }
    /// Empty if there is no such file.
    [[nodiscard]] std::string text(const epub::Publication& publication, std::string_view path) const {
        for (const epub::ContainerFile& file : publication.files)
            if (file.path == path) return bytes_of(file, *spill_);
        return {};
    }

  private:
    Result<Spill> spill_;
};

}  // namespace blogbind::test
