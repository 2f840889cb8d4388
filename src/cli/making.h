// How a book was asked for, told so that anybody may read it.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "cli/options.h"
#include "model/book.h"
#include "source/source.h"

namespace blogbind::cli {

/// Without secrets and without the folders of this machine.
Making making_of(const Options& options, const std::vector<Source>& sources);
/// The other way: those that the book at this path was made with, to bind it once more; what the user gives now wins.
/// Its record is in `earlier`. Error unreadable: it has no record, or cannot be made again from addresses alone.
Result<Options> options_that_made(const std::string& book, const Options& given);

}  // namespace blogbind::cli
