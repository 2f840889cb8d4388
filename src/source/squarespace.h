// Squarespace's pages as data: any page of a blog answers in JSON, too
// (https://developers.squarespace.com/url-queries).
#pragma once

#include <optional>

#include "base/result.h"
#include "model/entry.h"
#include "source/readers.h"

namespace blogbind {

/// The page as data; nothing for pages that are not Squarespace's.
std::optional<Url> squarespace_data_of(const PagePart& page);
/// The posts of a blog oldest first, each with its comments and what they answer, as far as the site tells them.
Result<Listing> read_squarespace(const Response& answer, const Reading& reading);

}  // namespace blogbind
