// Contents for readers that know EPUB 2 only. https://idpf.org/epub/20/spec/OPF_2.0_final_spec.html#Section2.4.1
#pragma once

#include <string>

#include "epub/plan.h"
#include "model/book.h"

namespace blogbind::epub {

/// toc.ncx, with the labels, targets and order of the navigation document.
std::string ncx_document(const Book& book, const Plan& plan);

}  // namespace blogbind::epub
