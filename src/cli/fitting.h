// A book that must not pass a size: its pictures give way.
#pragma once

#include <cstddef>

#include "base/file.h"
#include "base/report.h"
#include "base/result.h"
#include "cli/edition.h"
#include "cli/options.h"
#include "media/workshop.h"
#include "model/book.h"

namespace blogbind::cli {

/// The edition with the best pictures of which no file is larger than `most` bytes; with the smallest pictures, and
/// larger, if there is none. `book` has these pictures afterwards, and like `report` tells of it. Errors are those of
/// edition_of, and unwritable.
Result<Edition> fitted_edition(Book& book, std::size_t most, const Options& options, const TemplateSet& templates,
                               media::Workshop& workshop, Spill& spill, unsigned threads, Report& report);

}  // namespace blogbind::cli
