// WordPress.com's public interface: posts with their comments, likes and threads, no key needed
// (https://developer.wordpress.com/docs/api/).
#pragma once

#include <optional>

#include "base/result.h"
#include "model/entry.h"
#include "source/readers.h"

namespace blogbind {

/// The blog at the interface, if the page is one of WordPress.com's.
std::optional<Url> wordpress_com_site(const PagePart& page);
/// Posts oldest first, each with its comments: how many readers liked them, and what they answer at any depth.
Result<Listing> read_wordpress_com(const Response& answer, const Reading& reading);

}  // namespace blogbind
