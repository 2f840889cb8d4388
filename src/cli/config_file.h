// Options in a TOML file: keys are the long names of options, `tag = ["a", "b"]` repeats one, `strict = true` sets a flag.
#pragma once

#include <filesystem>

#include "base/result.h"

namespace blogbind::cli {

struct Options;

/// Error usage: the file cannot be read, is no TOML (with line and column), or names an unknown option.
Status load_config(Options& options, const std::filesystem::path& file);
/// What the user set on this command line. Error unwritable.
Status save_config(const Options& options);

}  // namespace blogbind::cli
