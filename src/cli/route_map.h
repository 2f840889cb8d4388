// The map of the book's itinerary.
#pragma once

#include "base/file.h"
#include "base/report.h"
#include "base/result.h"
#include "media/workshop.h"
#include "model/book.h"

namespace blogbind::cli {

/// Sets book.map and book.coastlines if the itinerary's places are known to lie somewhere. A map that cannot be drawn
/// is a loss, told in the report and in the colophon.
Status add_map(Book& book, media::Workshop& workshop, Spill& spill, Report& report);

}  // namespace blogbind::cli
