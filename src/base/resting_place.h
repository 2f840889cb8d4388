// A place in the scratch file for a value that need not be in memory all the time.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/file.h"

namespace blogbind {

/// Where a value lies packed while nobody needs it. A place without a spill takes nothing: the value stays in memory.
class RestingPlace {
  public:
    RestingPlace() = default;
    /// `spill` must outlive the value.
    explicit RestingPlace(Spill& spill) : spill_(&spill) {}
    /// An empty place in the same spill.
    [[nodiscard]] RestingPlace beside() const { return spill_ != nullptr ? RestingPlace(*spill_) : RestingPlace(); }
    [[nodiscard]] bool exists() const { return spill_ != nullptr; }

    /// True if what lies here is the value as it was last.
    [[nodiscard]] bool is_current() const { return piece_.has_value(); }
    void outdate() { piece_.reset(); }
    /// False if the spill does not take it.
    bool put(std::string_view packed);
    /// Empty if it cannot be read, which the spill remembers. REQUIRES: is_current().
    [[nodiscard]] std::string packed() const;

  private:
    Spill* spill_ = nullptr;
    std::optional<Spill::Piece> piece_;
};

}  // namespace blogbind
