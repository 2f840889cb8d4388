// What is still needed of a post's pictures once they are asked for: the words that go with them.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/resting_place.h"
#include "model/image.h"

namespace blogbind::media {

/// The pictures' keys, descriptions and captions. A blog has thousands, so they wait in the scratch file.
class PictureTexts {
  public:
    /// `spill` must outlive it.
    PictureTexts(std::span<const Image> images, Spill& spill);
    /// The pictures in their order, without addresses and links. Once.
    [[nodiscard]] std::vector<Image> take();

  private:
    RestingPlace place_;
    std::string kept_;  ///< what the scratch file does not take
};

}  // namespace blogbind::media
