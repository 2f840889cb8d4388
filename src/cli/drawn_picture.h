// Pictures that are drawn for a book: where they rest, and what is told of those that could not be drawn.
#pragma once

#include <string>

#include "base/file.h"
#include "base/report.h"
#include "base/result.h"
#include "media/workshop.h"
#include "model/book.h"

namespace blogbind::cli {

/// A file of the book at `path`, which gets the suffix of its kind. Error unwritable.
Result<Resource> drawn_picture(const media::Picture& picture, const std::string& path, Spill& spill);
/// Told in the report and in the colophon.
void lose_drawing(Book& book, IssueCode code, const std::string& reason, Report& report);

}  // namespace blogbind::cli
