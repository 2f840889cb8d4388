// What the program tells its caller.
#pragma once

#include "base/result.h"

namespace blogbind::cli {

enum ExitCode : int { success = 0, no_book = 1, wrong_usage = 2, book_with_losses = 3 };

/// The exit code for a run that ended with this error.
int exit_code(const Error& error);

}  // namespace blogbind::cli
