// What pictures are called in the book.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/digest.h"
#include "model/image.h"

namespace blogbind::media {

/// Names are given in reading order: the same pictures in the same posts get the same names.
class ImageNames {
  public:
    /// "images/<slug of the caption, alternative text or file name>-<six digits of the hash>.jpg". The same content
    /// keeps its first name. The name stays where it is as long as this object.
    const std::string& path(const Image& image, std::string_view source, const Digest& sha256,
                            std::string_view media_type);

  private:
    std::map<Digest, const std::string*> by_content_;
    std::set<std::string> taken_;
};

}  // namespace blogbind::media
