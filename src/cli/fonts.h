// The fonts that a book brings with it: the family that the user wants, or only what reading devices lack.
#pragma once

#include <string>

#include "base/file.h"
#include "base/report.h"
#include "base/result.h"
#include "epub/publication.h"
#include "media/workshop.h"
#include "model/book.h"

namespace blogbind::cli {

/// Sets book.fonts. `fonts`: "auto", "none" or a family; `draft` is the book without fonts, which shows what they must
/// hold. A family that cannot be embedded is a loss, told in the report and in the colophon. Error unwritable.
Status add_fonts(Book& book, const std::string& fonts, const epub::Publication& draft, media::Workshop& workshop,
                 Spill& spill, Report& report);

}  // namespace blogbind::cli
