// Which of the book's pictures a text shows, and how it comes to show others.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "markup/body.h"
#include "model/book.h"
#include "model/resource.h"

namespace blogbind::compose {

/// Adds the paths of the body's pictures, as resources have them: "images/harbour-3fa2c1.jpg".
void collect_shown_pictures(const markup::Body& body, std::set<std::string, std::less<>>& paths);

/// The book shows `pictures` instead of its own. REQUIRES: one for each of the book's resources, in their order; only
/// the extensions of their paths may differ.
void replace_pictures(Book& book, std::vector<Resource> pictures);

}  // namespace blogbind::compose
