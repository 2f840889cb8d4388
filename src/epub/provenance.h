// Where everything in the book is from, how it was made and what its bytes were, for programs: schema.org in JSON-LD.
#pragma once

#include <span>
#include <string>

#include "epub/publication.h"
#include "model/book.h"

namespace blogbind::epub {

/// `files`: all others of the container, in their order; the record holds the digest of each as it stands in the book.
std::string provenance_record(const Book& book, std::span<const ContainerFile> files);

}  // namespace blogbind::epub
