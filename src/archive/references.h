// What a file of the book refers to, and what in it can be referred to.
#pragma once

#include <string_view>

#include "archive/contents.h"

namespace blogbind::archive {

/// Fills in root, fault, ids and references of documents and style sheets, by the file's media type.
void note_references(std::string_view bytes, BookFile& file);

}  // namespace blogbind::archive
