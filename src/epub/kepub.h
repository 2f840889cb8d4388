// A book's twin for Kobo devices, which show it by their better engine (epub-output §4).
#pragma once

#include "epub/publication.h"
#include "model/book.h"

namespace blogbind::epub {

/// The same publication with Kobo's spans in every content document, and a record of the bytes that are in this one.
/// REQUIRES: `publication` was rendered from `book` and passes the self-check.
/// Error unwritable: the spill does not take it.
Result<Publication> kepub_twin(Publication publication, const Book& book, Spill& spill);

}  // namespace blogbind::epub
