// The commands. Each returns the program's exit code and has told the user everything.
#pragma once

#include "cli/options.h"
#include "cli/terminal.h"

namespace blogbind::cli {

int bind(const Options& options, Terminal& terminal);
int list(const Options& options, Terminal& terminal);
int extract(const Options& options, Terminal& terminal);
int update(const Options& options, Terminal& terminal);
int verify(const Options& options, Terminal& terminal);

}  // namespace blogbind::cli
