// A file that the book will hold beside its chapters.
#pragma once

#include <optional>
#include <string>

#include "base/file.h"
#include "net/memento.h"

namespace blogbind {

struct Resource {
    std::string path;         ///< in the publication's folder: "images/harbour-3fa2c1.jpg"
    std::string media_type;   ///< a core media type
    Spill::Piece bytes;       ///< where they wait
    std::string sha256;
    int width = 0, height = 0;
    // provenance
    std::string source;       ///< address of the original; empty if made by us
    std::string source_sha256;
    int source_width = 0, source_height = 0;
    std::optional<Memento> memento;  ///< the web archive's copy that it was made of; nothing if its own site had it
};

}  // namespace blogbind
