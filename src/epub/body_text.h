// A body as the inside of a document, its notes apart.
#pragma once

#include <string>

#include "markup/body.h"

namespace blogbind::epub {

struct BodyText {
    std::string text, notes;  ///< markup, one block a line
};
BodyText body_text(const markup::Body& body);

}  // namespace blogbind::epub
