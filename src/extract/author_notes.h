// What a site says of a post's author below the text: "Mara Ellingsen is a sailor who lives in Bergen."
#pragma once

#include <span>
#include <string>
#include <vector>

#include "markup/body.h"
#include "model/explanation.h"

namespace blogbind::extract {

/// Takes the last lines of a body away that begin with an author's full name and say who that is, and appends what
/// went to `left_out`.
void drop_notes_on_authors(markup::Body& body, std::span<const std::string> authors, std::vector<LeftOut>& left_out);

}  // namespace blogbind::extract
