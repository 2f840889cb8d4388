// What pictures are called in the book.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "model/image.h"

namespace blogbind::media {

/// Names are given in reading order: the same pictures in the same posts get the same names.
class ImageNames {
  public:
    /// "images/<slug of the caption, alternative text or file name>-<six digits of the hash>.jpg". The same content
    /// keeps its first name.
    std::string path(const Image& image, std::string_view source, std::string_view sha256, std::string_view media_type);

  private:
    std::map<std::string, std::string, std::less<>> by_content_;
    std::set<std::string> taken_;
};

}  // namespace blogbind::media
