// Where everything in the book is from, how it was made and what its bytes were, for programs: schema.org in JSON-LD.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "epub/publication.h"
#include "model/book.h"

namespace blogbind::epub {

/// Where the record stands in the container: last.
inline constexpr std::string_view provenance_path = "EPUB/meta/provenance.json";

/// `files`: all others of the container, in their order; the record holds the digest of each as it stands in the book.
std::string provenance_record(const Book& book, std::span<const ContainerFile> files, const Spill& spill);

}  // namespace blogbind::epub
