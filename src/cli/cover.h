// The book's cover: drawn, the user's own picture, or none.
#pragma once

#include <string>

#include "base/file.h"
#include "base/report.h"
#include "base/result.h"
#include "media/workshop.h"
#include "model/book.h"

namespace blogbind::cli {

/// `cover`: "auto", "none" or a picture's file name. Sets book.cover. A cover that cannot be drawn is a loss, told in
/// the report and in the colophon. Error usage: the user's file is no picture.
Status add_cover(Book& book, const std::string& cover, media::Workshop& workshop, Spill& spill, Report& report);

}  // namespace blogbind::cli
