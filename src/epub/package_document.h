// The package document. EPUB 3.3, https://www.w3.org/TR/epub-33/#sec-package-doc
#pragma once

#include <string>

#include "base/phrases.h"
#include "epub/plan.h"
#include "epub/publication.h"
#include "model/book.h"

namespace blogbind::epub {

/// `publication` has its manifest and spine already.
std::string package_document(const Book& book, const Plan& plan, const Publication& publication,
                             const Phrases& phrases);
/// META-INF/container.xml
std::string container_document();

}  // namespace blogbind::epub
