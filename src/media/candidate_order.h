// In which order a picture's addresses are tried.
#pragma once

#include <vector>

#include "media/worker/geometry.h"
#include "model/image.h"

namespace blogbind::media {

/// Whether a picture of that size fills the box, so that a larger one would only be made smaller.
bool fills(Size picture, Size box);

/// Those that came with a saved page first; then the smallest that fills the box, then those of unknown size in their
/// own order (the best first), then the too small ones from the largest down.
std::vector<ImageCandidate> in_order_of_trying(std::vector<ImageCandidate> candidates, Size box);

/// Whether to try `next` when `found` came from another address but does not fill the box.
bool promises_more(const ImageCandidate& next, Size found);

}  // namespace blogbind::media
