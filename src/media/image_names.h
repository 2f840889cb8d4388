// What pictures are called in the book.
#pragma once

#include <deque>
#include <string_view>

#include "base/digest.h"
#include "base/text_store.h"
#include "model/image.h"

namespace blogbind::media {

/// Names are given in reading order: the same pictures in the same posts get the same names.
class ImageNames {
  public:
    struct Name {
        std::string_view path;  ///< stays where it is as long as this object
        bool is_new = false;    ///< no earlier picture has the same content
    };
    /// "images/<slug of the caption, alternative text or file name>-<six digits of the hash>.jpg". The same content
    /// keeps its first name.
    Name name(const Image& image, std::string_view source, const Digest& sha256, std::string_view media_type);

  private:
    struct Row {
        Digest content;
        std::string_view path;  // kept in paths_
    };
    std::deque<Row> rows_;
    TextStore paths_;
    RowTable by_content_, by_path_;
};

}  // namespace blogbind::media
