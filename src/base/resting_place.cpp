#include "base/resting_place.h"

#include "base/result.h"

namespace blogbind {

bool RestingPlace::put(std::string_view packed) {
    const Result<Spill::Piece> piece = spill_->append(packed);
    if (piece) piece_ = *piece;
    return piece.has_value();
}

std::string RestingPlace::packed() const { return spill_->read(*piece_, 0, piece_->size).value_or(std::string()); }

}  // namespace blogbind
