// How a book was asked for, told so that anybody may read it.
#pragma once

#include <vector>

#include "cli/options.h"
#include "model/book.h"
#include "source/source.h"

namespace blogbind::cli {

/// Without secrets and without the folders of this machine.
Making making_of(const Options& options, const std::vector<Source>& sources);

}  // namespace blogbind::cli
