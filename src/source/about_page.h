// The page on which a blog speaks of itself: "About", "Über uns", "À propos".
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/entry.h"
#include "net/fetcher.h"
#include "source/discover.h"
#include "source/source.h"

namespace blogbind {

/// Whether a menu means that page by this name, in any of the languages that books speak.
bool is_about_name(std::string_view name);

/// Where the sources keep it: among an export's or a folder's pages, in the menu of the blog's pages, or in WordPress's
/// list of pages. Nothing if there is none, or if nobody answers.
std::optional<Entry> find_about_page(const Listing& listing, const std::vector<Source>& sources, Fetcher& fetcher,
                                     const DiscoverOptions& options);

}  // namespace blogbind
