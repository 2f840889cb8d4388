// Where everything in the book is from, for programs: schema.org in JSON-LD.
#pragma once

#include <string>

#include "model/book.h"

namespace blogbind::epub {

std::string provenance_record(const Book& book);

}  // namespace blogbind::epub
