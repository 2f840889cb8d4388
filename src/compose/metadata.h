// What the book says of itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compose/compose.h"

namespace blogbind::compose {

/// "en_us" is "en-US", "EN" is "en"; anything that is no language tag of the book's kind is empty.
std::string language_tag(std::string_view tag);
/// REQUIRES: `posts` are in reading order and not empty.
BookMetadata describe(const std::vector<Post>& posts, const Listing& listing, const BookOptions& options);

/// urn:uuid: of the series' or blog's address; of the first post where there is none (epub-output §1.3).
std::string book_identifier(const std::vector<Post>& posts, const Listing& listing, const BookOptions& options);
/// urn:uuid: of the work and the volume's number: the same whatever other volumes there are.
std::string volume_identifier(const Volume& volume);
/// 80 to 600 characters about the book, in its authors' words.
std::string book_description(const std::vector<Post>& posts);
/// "2023" or "2023–2024"; empty if no date is known.
std::string years(const BookMetadata& metadata);

}  // namespace blogbind::compose
