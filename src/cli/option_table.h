// The table of all options: a row is all that an option needs. Help, the man page and the project file are made from
// it.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/options.h"

namespace blogbind::cli {

constexpr unsigned mask_of(Command command) { return 1U << static_cast<unsigned>(command); }

/// Groups of the help.
namespace group {
inline constexpr std::string_view posts = "Which posts", book = "The book", network = "The network",
                                  archive = "The archive", habits = "Reports and habits";
}

using Setter = Status (*)(Options&, const std::string&);

struct OptionRow {
    std::string_view names;  ///< as CLI11 writes them: "-o,--output"
    std::string_view value;  ///< what the help calls its value; empty: a flag, set with ""
    std::string_view group;
    unsigned commands;  ///< masks of those that know it
    std::string_view help;
    Setter set;
};

/// In the order of the help.
std::span<const OptionRow> option_rows();

}  // namespace blogbind::cli
