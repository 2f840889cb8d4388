// Sitemaps (https://www.sitemaps.org/protocol.html) as lists of posts: the addresses of a whole blog, and little more.
#pragma once

#include <optional>
#include <span>

#include "base/result.h"
#include "model/entry.h"
#include "model/page.h"
#include "source/readers.h"

namespace blogbind {

/// A sitemap or an index of sitemaps, packed or not.
bool is_sitemap(const FileStart& start);
/// Of an index the sitemaps of posts, as far as their names tell; of the addresses what is no list, file or the home
/// page, and where most addresses of a blog bear dates, only those.
Result<Listing> read_sitemap(const Response& answer, const Reading& reading);
/// The same for a file that was saved.
Result<Listing> read_sitemap_file(std::span<const Source> sources, const Reading& reading);
/// Where a site's map usually is.
std::optional<Url> sitemap_of(const PagePart& page);

}  // namespace blogbind
